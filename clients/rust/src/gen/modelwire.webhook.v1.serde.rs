impl serde::Serialize for Attempt {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.number != 0 {
            len += 1;
        }
        if self.start_time.is_some() {
            len += 1;
        }
        if self.latency.is_some() {
            len += 1;
        }
        if self.status.is_some() {
            len += 1;
        }
        if self.error.is_some() {
            len += 1;
        }
        if !self.response_excerpt.is_empty() {
            len += 1;
        }
        if self.server_fault {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.Attempt", len)?;
        if self.number != 0 {
            struct_ser.serialize_field("number", &self.number)?;
        }
        if let Some(v) = self.start_time.as_ref() {
            struct_ser.serialize_field("startTime", v)?;
        }
        if let Some(v) = self.latency.as_ref() {
            struct_ser.serialize_field("latency", v)?;
        }
        if let Some(v) = self.status.as_ref() {
            struct_ser.serialize_field("status", v)?;
        }
        if let Some(v) = self.error.as_ref() {
            struct_ser.serialize_field("error", v)?;
        }
        if !self.response_excerpt.is_empty() {
            struct_ser.serialize_field("responseExcerpt", &self.response_excerpt)?;
        }
        if self.server_fault {
            struct_ser.serialize_field("serverFault", &self.server_fault)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Attempt {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "number",
            "start_time",
            "startTime",
            "latency",
            "status",
            "error",
            "response_excerpt",
            "responseExcerpt",
            "server_fault",
            "serverFault",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Number,
            StartTime,
            Latency,
            Status,
            Error,
            ResponseExcerpt,
            ServerFault,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "number" => Ok(GeneratedField::Number),
                            "startTime" | "start_time" => Ok(GeneratedField::StartTime),
                            "latency" => Ok(GeneratedField::Latency),
                            "status" => Ok(GeneratedField::Status),
                            "error" => Ok(GeneratedField::Error),
                            "responseExcerpt" | "response_excerpt" => Ok(GeneratedField::ResponseExcerpt),
                            "serverFault" | "server_fault" => Ok(GeneratedField::ServerFault),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Attempt;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.Attempt")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Attempt, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut number__ = None;
                let mut start_time__ = None;
                let mut latency__ = None;
                let mut status__ = None;
                let mut error__ = None;
                let mut response_excerpt__ = None;
                let mut server_fault__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Number => {
                            if number__.is_some() {
                                return Err(serde::de::Error::duplicate_field("number"));
                            }
                            number__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::StartTime => {
                            if start_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("startTime"));
                            }
                            start_time__ = map_.next_value()?;
                        }
                        GeneratedField::Latency => {
                            if latency__.is_some() {
                                return Err(serde::de::Error::duplicate_field("latency"));
                            }
                            latency__ = map_.next_value()?;
                        }
                        GeneratedField::Status => {
                            if status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("status"));
                            }
                            status__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Error => {
                            if error__.is_some() {
                                return Err(serde::de::Error::duplicate_field("error"));
                            }
                            error__ = map_.next_value()?;
                        }
                        GeneratedField::ResponseExcerpt => {
                            if response_excerpt__.is_some() {
                                return Err(serde::de::Error::duplicate_field("responseExcerpt"));
                            }
                            response_excerpt__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ServerFault => {
                            if server_fault__.is_some() {
                                return Err(serde::de::Error::duplicate_field("serverFault"));
                            }
                            server_fault__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Attempt {
                    number: number__.unwrap_or_default(),
                    start_time: start_time__,
                    latency: latency__,
                    status: status__,
                    error: error__,
                    response_excerpt: response_excerpt__.unwrap_or_default(),
                    server_fault: server_fault__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.Attempt", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for BodyFormat {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "BODY_FORMAT_UNSPECIFIED",
            Self::Standard => "BODY_FORMAT_STANDARD",
            Self::Protobuf => "BODY_FORMAT_PROTOBUF",
            Self::SiteFlat => "BODY_FORMAT_SITE_FLAT",
            Self::SiteNested => "BODY_FORMAT_SITE_NESTED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for BodyFormat {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "BODY_FORMAT_UNSPECIFIED",
            "BODY_FORMAT_STANDARD",
            "BODY_FORMAT_PROTOBUF",
            "BODY_FORMAT_SITE_FLAT",
            "BODY_FORMAT_SITE_NESTED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = BodyFormat;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(BodyFormat::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(BodyFormat::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "BODY_FORMAT_UNSPECIFIED" => Ok(BodyFormat::Unspecified),
                    "BODY_FORMAT_STANDARD" => Ok(BodyFormat::Standard),
                    "BODY_FORMAT_PROTOBUF" => Ok(BodyFormat::Protobuf),
                    "BODY_FORMAT_SITE_FLAT" => Ok(BodyFormat::SiteFlat),
                    "BODY_FORMAT_SITE_NESTED" => Ok(BodyFormat::SiteNested),
                    _ => Ok(BodyFormat::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for CreateEndpointRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.request_id.is_some() {
            len += 1;
        }
        if !self.url.is_empty() {
            len += 1;
        }
        if self.format != 0 {
            len += 1;
        }
        if self.description.is_some() {
            len += 1;
        }
        if self.secret.is_some() {
            len += 1;
        }
        if self.filter.is_some() {
            len += 1;
        }
        if self.ordered {
            len += 1;
        }
        if self.payload_version.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.CreateEndpointRequest", len)?;
        if let Some(v) = self.request_id.as_ref() {
            struct_ser.serialize_field("requestId", v)?;
        }
        if !self.url.is_empty() {
            struct_ser.serialize_field("url", &self.url)?;
        }
        if self.format != 0 {
            let v = BodyFormat::try_from(self.format)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.format)))?;
            struct_ser.serialize_field("format", &v)?;
        }
        if let Some(v) = self.description.as_ref() {
            struct_ser.serialize_field("description", v)?;
        }
        if let Some(v) = self.secret.as_ref() {
            struct_ser.serialize_field("secret", v)?;
        }
        if let Some(v) = self.filter.as_ref() {
            struct_ser.serialize_field("filter", v)?;
        }
        if self.ordered {
            struct_ser.serialize_field("ordered", &self.ordered)?;
        }
        if let Some(v) = self.payload_version.as_ref() {
            struct_ser.serialize_field("payloadVersion", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreateEndpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "request_id",
            "requestId",
            "url",
            "format",
            "description",
            "secret",
            "filter",
            "ordered",
            "payload_version",
            "payloadVersion",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            RequestId,
            Url,
            Format,
            Description,
            Secret,
            Filter,
            Ordered,
            PayloadVersion,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            "url" => Ok(GeneratedField::Url),
                            "format" => Ok(GeneratedField::Format),
                            "description" => Ok(GeneratedField::Description),
                            "secret" => Ok(GeneratedField::Secret),
                            "filter" => Ok(GeneratedField::Filter),
                            "ordered" => Ok(GeneratedField::Ordered),
                            "payloadVersion" | "payload_version" => Ok(GeneratedField::PayloadVersion),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CreateEndpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.CreateEndpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreateEndpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut request_id__ = None;
                let mut url__ = None;
                let mut format__ = None;
                let mut description__ = None;
                let mut secret__ = None;
                let mut filter__ = None;
                let mut ordered__ = None;
                let mut payload_version__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = map_.next_value()?;
                        }
                        GeneratedField::Url => {
                            if url__.is_some() {
                                return Err(serde::de::Error::duplicate_field("url"));
                            }
                            url__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Format => {
                            if format__.is_some() {
                                return Err(serde::de::Error::duplicate_field("format"));
                            }
                            format__ = Some(map_.next_value::<BodyFormat>()? as i32);
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = map_.next_value()?;
                        }
                        GeneratedField::Secret => {
                            if secret__.is_some() {
                                return Err(serde::de::Error::duplicate_field("secret"));
                            }
                            secret__ = map_.next_value()?;
                        }
                        GeneratedField::Filter => {
                            if filter__.is_some() {
                                return Err(serde::de::Error::duplicate_field("filter"));
                            }
                            filter__ = map_.next_value()?;
                        }
                        GeneratedField::Ordered => {
                            if ordered__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ordered"));
                            }
                            ordered__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PayloadVersion => {
                            if payload_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("payloadVersion"));
                            }
                            payload_version__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CreateEndpointRequest {
                    request_id: request_id__,
                    url: url__.unwrap_or_default(),
                    format: format__.unwrap_or_default(),
                    description: description__,
                    secret: secret__,
                    filter: filter__,
                    ordered: ordered__.unwrap_or_default(),
                    payload_version: payload_version__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.CreateEndpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CreateEndpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.endpoint.is_some() {
            len += 1;
        }
        if !self.secret.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.CreateEndpointResponse", len)?;
        if let Some(v) = self.endpoint.as_ref() {
            struct_ser.serialize_field("endpoint", v)?;
        }
        if !self.secret.is_empty() {
            struct_ser.serialize_field("secret", &self.secret)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreateEndpointResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint",
            "secret",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Endpoint,
            Secret,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpoint" => Ok(GeneratedField::Endpoint),
                            "secret" => Ok(GeneratedField::Secret),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CreateEndpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.CreateEndpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreateEndpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint__ = None;
                let mut secret__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Endpoint => {
                            if endpoint__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpoint"));
                            }
                            endpoint__ = map_.next_value()?;
                        }
                        GeneratedField::Secret => {
                            if secret__.is_some() {
                                return Err(serde::de::Error::duplicate_field("secret"));
                            }
                            secret__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CreateEndpointResponse {
                    endpoint: endpoint__,
                    secret: secret__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.CreateEndpointResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteEndpointRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.endpoint_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.DeleteEndpointRequest", len)?;
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteEndpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint_id",
            "endpointId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EndpointId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeleteEndpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.DeleteEndpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteEndpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeleteEndpointRequest {
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.DeleteEndpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteEndpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("modelwire.webhook.v1.DeleteEndpointResponse", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteEndpointResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                            Ok(GeneratedField::__SkipField__)
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeleteEndpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.DeleteEndpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteEndpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(DeleteEndpointResponse {
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.DeleteEndpointResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Delivery {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.delivery_id.is_empty() {
            len += 1;
        }
        if !self.event_id.is_empty() {
            len += 1;
        }
        if !self.endpoint_id.is_empty() {
            len += 1;
        }
        if !self.model_name.is_empty() {
            len += 1;
        }
        if self.state != 0 {
            len += 1;
        }
        if !self.attempts.is_empty() {
            len += 1;
        }
        if self.next_attempt_time.is_some() {
            len += 1;
        }
        if self.creation_time.is_some() {
            len += 1;
        }
        if self.completion_time.is_some() {
            len += 1;
        }
        if self.skipped_reason.is_some() {
            len += 1;
        }
        if self.sequence != 0 {
            len += 1;
        }
        if self.event_type != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.Delivery", len)?;
        if !self.delivery_id.is_empty() {
            struct_ser.serialize_field("deliveryId", &self.delivery_id)?;
        }
        if !self.event_id.is_empty() {
            struct_ser.serialize_field("eventId", &self.event_id)?;
        }
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        if !self.model_name.is_empty() {
            struct_ser.serialize_field("modelName", &self.model_name)?;
        }
        if self.state != 0 {
            let v = DeliveryState::try_from(self.state)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.state)))?;
            struct_ser.serialize_field("state", &v)?;
        }
        if !self.attempts.is_empty() {
            struct_ser.serialize_field("attempts", &self.attempts)?;
        }
        if let Some(v) = self.next_attempt_time.as_ref() {
            struct_ser.serialize_field("nextAttemptTime", v)?;
        }
        if let Some(v) = self.creation_time.as_ref() {
            struct_ser.serialize_field("creationTime", v)?;
        }
        if let Some(v) = self.completion_time.as_ref() {
            struct_ser.serialize_field("completionTime", v)?;
        }
        if let Some(v) = self.skipped_reason.as_ref() {
            struct_ser.serialize_field("skippedReason", v)?;
        }
        if self.sequence != 0 {
            struct_ser.serialize_field("sequence", &self.sequence)?;
        }
        if self.event_type != 0 {
            let v = super::super::event::v1::EventType::try_from(self.event_type)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.event_type)))?;
            struct_ser.serialize_field("eventType", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Delivery {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "delivery_id",
            "deliveryId",
            "event_id",
            "eventId",
            "endpoint_id",
            "endpointId",
            "model_name",
            "modelName",
            "state",
            "attempts",
            "next_attempt_time",
            "nextAttemptTime",
            "creation_time",
            "creationTime",
            "completion_time",
            "completionTime",
            "skipped_reason",
            "skippedReason",
            "sequence",
            "event_type",
            "eventType",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            DeliveryId,
            EventId,
            EndpointId,
            ModelName,
            State,
            Attempts,
            NextAttemptTime,
            CreationTime,
            CompletionTime,
            SkippedReason,
            Sequence,
            EventType,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "deliveryId" | "delivery_id" => Ok(GeneratedField::DeliveryId),
                            "eventId" | "event_id" => Ok(GeneratedField::EventId),
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            "modelName" | "model_name" => Ok(GeneratedField::ModelName),
                            "state" => Ok(GeneratedField::State),
                            "attempts" => Ok(GeneratedField::Attempts),
                            "nextAttemptTime" | "next_attempt_time" => Ok(GeneratedField::NextAttemptTime),
                            "creationTime" | "creation_time" => Ok(GeneratedField::CreationTime),
                            "completionTime" | "completion_time" => Ok(GeneratedField::CompletionTime),
                            "skippedReason" | "skipped_reason" => Ok(GeneratedField::SkippedReason),
                            "sequence" => Ok(GeneratedField::Sequence),
                            "eventType" | "event_type" => Ok(GeneratedField::EventType),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Delivery;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.Delivery")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Delivery, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut delivery_id__ = None;
                let mut event_id__ = None;
                let mut endpoint_id__ = None;
                let mut model_name__ = None;
                let mut state__ = None;
                let mut attempts__ = None;
                let mut next_attempt_time__ = None;
                let mut creation_time__ = None;
                let mut completion_time__ = None;
                let mut skipped_reason__ = None;
                let mut sequence__ = None;
                let mut event_type__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::DeliveryId => {
                            if delivery_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deliveryId"));
                            }
                            delivery_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::EventId => {
                            if event_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eventId"));
                            }
                            event_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelName"));
                            }
                            model_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::State => {
                            if state__.is_some() {
                                return Err(serde::de::Error::duplicate_field("state"));
                            }
                            state__ = Some(map_.next_value::<DeliveryState>()? as i32);
                        }
                        GeneratedField::Attempts => {
                            if attempts__.is_some() {
                                return Err(serde::de::Error::duplicate_field("attempts"));
                            }
                            attempts__ = Some(map_.next_value()?);
                        }
                        GeneratedField::NextAttemptTime => {
                            if next_attempt_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nextAttemptTime"));
                            }
                            next_attempt_time__ = map_.next_value()?;
                        }
                        GeneratedField::CreationTime => {
                            if creation_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("creationTime"));
                            }
                            creation_time__ = map_.next_value()?;
                        }
                        GeneratedField::CompletionTime => {
                            if completion_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("completionTime"));
                            }
                            completion_time__ = map_.next_value()?;
                        }
                        GeneratedField::SkippedReason => {
                            if skipped_reason__.is_some() {
                                return Err(serde::de::Error::duplicate_field("skippedReason"));
                            }
                            skipped_reason__ = map_.next_value()?;
                        }
                        GeneratedField::Sequence => {
                            if sequence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sequence"));
                            }
                            sequence__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::EventType => {
                            if event_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eventType"));
                            }
                            event_type__ = Some(map_.next_value::<super::super::event::v1::EventType>()? as i32);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Delivery {
                    delivery_id: delivery_id__.unwrap_or_default(),
                    event_id: event_id__.unwrap_or_default(),
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                    model_name: model_name__.unwrap_or_default(),
                    state: state__.unwrap_or_default(),
                    attempts: attempts__.unwrap_or_default(),
                    next_attempt_time: next_attempt_time__,
                    creation_time: creation_time__,
                    completion_time: completion_time__,
                    skipped_reason: skipped_reason__,
                    sequence: sequence__.unwrap_or_default(),
                    event_type: event_type__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.Delivery", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeliveryState {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "DELIVERY_STATE_UNSPECIFIED",
            Self::Pending => "DELIVERY_STATE_PENDING",
            Self::Delivered => "DELIVERY_STATE_DELIVERED",
            Self::Failed => "DELIVERY_STATE_FAILED",
            Self::Skipped => "DELIVERY_STATE_SKIPPED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for DeliveryState {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "DELIVERY_STATE_UNSPECIFIED",
            "DELIVERY_STATE_PENDING",
            "DELIVERY_STATE_DELIVERED",
            "DELIVERY_STATE_FAILED",
            "DELIVERY_STATE_SKIPPED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = DeliveryState;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(DeliveryState::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(DeliveryState::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "DELIVERY_STATE_UNSPECIFIED" => Ok(DeliveryState::Unspecified),
                    "DELIVERY_STATE_PENDING" => Ok(DeliveryState::Pending),
                    "DELIVERY_STATE_DELIVERED" => Ok(DeliveryState::Delivered),
                    "DELIVERY_STATE_FAILED" => Ok(DeliveryState::Failed),
                    "DELIVERY_STATE_SKIPPED" => Ok(DeliveryState::Skipped),
                    _ => Ok(DeliveryState::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Endpoint {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.endpoint_id.is_empty() {
            len += 1;
        }
        if !self.url.is_empty() {
            len += 1;
        }
        if self.format != 0 {
            len += 1;
        }
        if self.description.is_some() {
            len += 1;
        }
        if self.state != 0 {
            len += 1;
        }
        if self.disabled_reason.is_some() {
            len += 1;
        }
        if self.creation_time.is_some() {
            len += 1;
        }
        if self.filter.is_some() {
            len += 1;
        }
        if self.ordered {
            len += 1;
        }
        if !self.payload_version.is_empty() {
            len += 1;
        }
        if self.health.is_some() {
            len += 1;
        }
        if self.previous_secret_expiry_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.Endpoint", len)?;
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        if !self.url.is_empty() {
            struct_ser.serialize_field("url", &self.url)?;
        }
        if self.format != 0 {
            let v = BodyFormat::try_from(self.format)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.format)))?;
            struct_ser.serialize_field("format", &v)?;
        }
        if let Some(v) = self.description.as_ref() {
            struct_ser.serialize_field("description", v)?;
        }
        if self.state != 0 {
            let v = EndpointState::try_from(self.state)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.state)))?;
            struct_ser.serialize_field("state", &v)?;
        }
        if let Some(v) = self.disabled_reason.as_ref() {
            struct_ser.serialize_field("disabledReason", v)?;
        }
        if let Some(v) = self.creation_time.as_ref() {
            struct_ser.serialize_field("creationTime", v)?;
        }
        if let Some(v) = self.filter.as_ref() {
            struct_ser.serialize_field("filter", v)?;
        }
        if self.ordered {
            struct_ser.serialize_field("ordered", &self.ordered)?;
        }
        if !self.payload_version.is_empty() {
            struct_ser.serialize_field("payloadVersion", &self.payload_version)?;
        }
        if let Some(v) = self.health.as_ref() {
            struct_ser.serialize_field("health", v)?;
        }
        if let Some(v) = self.previous_secret_expiry_time.as_ref() {
            struct_ser.serialize_field("previousSecretExpiryTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Endpoint {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint_id",
            "endpointId",
            "url",
            "format",
            "description",
            "state",
            "disabled_reason",
            "disabledReason",
            "creation_time",
            "creationTime",
            "filter",
            "ordered",
            "payload_version",
            "payloadVersion",
            "health",
            "previous_secret_expiry_time",
            "previousSecretExpiryTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EndpointId,
            Url,
            Format,
            Description,
            State,
            DisabledReason,
            CreationTime,
            Filter,
            Ordered,
            PayloadVersion,
            Health,
            PreviousSecretExpiryTime,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            "url" => Ok(GeneratedField::Url),
                            "format" => Ok(GeneratedField::Format),
                            "description" => Ok(GeneratedField::Description),
                            "state" => Ok(GeneratedField::State),
                            "disabledReason" | "disabled_reason" => Ok(GeneratedField::DisabledReason),
                            "creationTime" | "creation_time" => Ok(GeneratedField::CreationTime),
                            "filter" => Ok(GeneratedField::Filter),
                            "ordered" => Ok(GeneratedField::Ordered),
                            "payloadVersion" | "payload_version" => Ok(GeneratedField::PayloadVersion),
                            "health" => Ok(GeneratedField::Health),
                            "previousSecretExpiryTime" | "previous_secret_expiry_time" => Ok(GeneratedField::PreviousSecretExpiryTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Endpoint;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.Endpoint")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Endpoint, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint_id__ = None;
                let mut url__ = None;
                let mut format__ = None;
                let mut description__ = None;
                let mut state__ = None;
                let mut disabled_reason__ = None;
                let mut creation_time__ = None;
                let mut filter__ = None;
                let mut ordered__ = None;
                let mut payload_version__ = None;
                let mut health__ = None;
                let mut previous_secret_expiry_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Url => {
                            if url__.is_some() {
                                return Err(serde::de::Error::duplicate_field("url"));
                            }
                            url__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Format => {
                            if format__.is_some() {
                                return Err(serde::de::Error::duplicate_field("format"));
                            }
                            format__ = Some(map_.next_value::<BodyFormat>()? as i32);
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = map_.next_value()?;
                        }
                        GeneratedField::State => {
                            if state__.is_some() {
                                return Err(serde::de::Error::duplicate_field("state"));
                            }
                            state__ = Some(map_.next_value::<EndpointState>()? as i32);
                        }
                        GeneratedField::DisabledReason => {
                            if disabled_reason__.is_some() {
                                return Err(serde::de::Error::duplicate_field("disabledReason"));
                            }
                            disabled_reason__ = map_.next_value()?;
                        }
                        GeneratedField::CreationTime => {
                            if creation_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("creationTime"));
                            }
                            creation_time__ = map_.next_value()?;
                        }
                        GeneratedField::Filter => {
                            if filter__.is_some() {
                                return Err(serde::de::Error::duplicate_field("filter"));
                            }
                            filter__ = map_.next_value()?;
                        }
                        GeneratedField::Ordered => {
                            if ordered__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ordered"));
                            }
                            ordered__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PayloadVersion => {
                            if payload_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("payloadVersion"));
                            }
                            payload_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Health => {
                            if health__.is_some() {
                                return Err(serde::de::Error::duplicate_field("health"));
                            }
                            health__ = map_.next_value()?;
                        }
                        GeneratedField::PreviousSecretExpiryTime => {
                            if previous_secret_expiry_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("previousSecretExpiryTime"));
                            }
                            previous_secret_expiry_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Endpoint {
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                    url: url__.unwrap_or_default(),
                    format: format__.unwrap_or_default(),
                    description: description__,
                    state: state__.unwrap_or_default(),
                    disabled_reason: disabled_reason__,
                    creation_time: creation_time__,
                    filter: filter__,
                    ordered: ordered__.unwrap_or_default(),
                    payload_version: payload_version__.unwrap_or_default(),
                    health: health__,
                    previous_secret_expiry_time: previous_secret_expiry_time__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.Endpoint", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EndpointHealth {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.consecutive_failures != 0 {
            len += 1;
        }
        if self.failing_since_time.is_some() {
            len += 1;
        }
        if self.last_success_time.is_some() {
            len += 1;
        }
        if self.last_failure_time.is_some() {
            len += 1;
        }
        if self.last_error.is_some() {
            len += 1;
        }
        if self.pending_count != 0 {
            len += 1;
        }
        if self.oldest_pending_time.is_some() {
            len += 1;
        }
        if self.blocked_reason.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.EndpointHealth", len)?;
        if self.consecutive_failures != 0 {
            struct_ser.serialize_field("consecutiveFailures", &self.consecutive_failures)?;
        }
        if let Some(v) = self.failing_since_time.as_ref() {
            struct_ser.serialize_field("failingSinceTime", v)?;
        }
        if let Some(v) = self.last_success_time.as_ref() {
            struct_ser.serialize_field("lastSuccessTime", v)?;
        }
        if let Some(v) = self.last_failure_time.as_ref() {
            struct_ser.serialize_field("lastFailureTime", v)?;
        }
        if let Some(v) = self.last_error.as_ref() {
            struct_ser.serialize_field("lastError", v)?;
        }
        if self.pending_count != 0 {
            struct_ser.serialize_field("pendingCount", &self.pending_count)?;
        }
        if let Some(v) = self.oldest_pending_time.as_ref() {
            struct_ser.serialize_field("oldestPendingTime", v)?;
        }
        if let Some(v) = self.blocked_reason.as_ref() {
            struct_ser.serialize_field("blockedReason", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EndpointHealth {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "consecutive_failures",
            "consecutiveFailures",
            "failing_since_time",
            "failingSinceTime",
            "last_success_time",
            "lastSuccessTime",
            "last_failure_time",
            "lastFailureTime",
            "last_error",
            "lastError",
            "pending_count",
            "pendingCount",
            "oldest_pending_time",
            "oldestPendingTime",
            "blocked_reason",
            "blockedReason",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ConsecutiveFailures,
            FailingSinceTime,
            LastSuccessTime,
            LastFailureTime,
            LastError,
            PendingCount,
            OldestPendingTime,
            BlockedReason,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "consecutiveFailures" | "consecutive_failures" => Ok(GeneratedField::ConsecutiveFailures),
                            "failingSinceTime" | "failing_since_time" => Ok(GeneratedField::FailingSinceTime),
                            "lastSuccessTime" | "last_success_time" => Ok(GeneratedField::LastSuccessTime),
                            "lastFailureTime" | "last_failure_time" => Ok(GeneratedField::LastFailureTime),
                            "lastError" | "last_error" => Ok(GeneratedField::LastError),
                            "pendingCount" | "pending_count" => Ok(GeneratedField::PendingCount),
                            "oldestPendingTime" | "oldest_pending_time" => Ok(GeneratedField::OldestPendingTime),
                            "blockedReason" | "blocked_reason" => Ok(GeneratedField::BlockedReason),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = EndpointHealth;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.EndpointHealth")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EndpointHealth, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut consecutive_failures__ = None;
                let mut failing_since_time__ = None;
                let mut last_success_time__ = None;
                let mut last_failure_time__ = None;
                let mut last_error__ = None;
                let mut pending_count__ = None;
                let mut oldest_pending_time__ = None;
                let mut blocked_reason__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ConsecutiveFailures => {
                            if consecutive_failures__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consecutiveFailures"));
                            }
                            consecutive_failures__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::FailingSinceTime => {
                            if failing_since_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("failingSinceTime"));
                            }
                            failing_since_time__ = map_.next_value()?;
                        }
                        GeneratedField::LastSuccessTime => {
                            if last_success_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastSuccessTime"));
                            }
                            last_success_time__ = map_.next_value()?;
                        }
                        GeneratedField::LastFailureTime => {
                            if last_failure_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastFailureTime"));
                            }
                            last_failure_time__ = map_.next_value()?;
                        }
                        GeneratedField::LastError => {
                            if last_error__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastError"));
                            }
                            last_error__ = map_.next_value()?;
                        }
                        GeneratedField::PendingCount => {
                            if pending_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pendingCount"));
                            }
                            pending_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::OldestPendingTime => {
                            if oldest_pending_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("oldestPendingTime"));
                            }
                            oldest_pending_time__ = map_.next_value()?;
                        }
                        GeneratedField::BlockedReason => {
                            if blocked_reason__.is_some() {
                                return Err(serde::de::Error::duplicate_field("blockedReason"));
                            }
                            blocked_reason__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(EndpointHealth {
                    consecutive_failures: consecutive_failures__.unwrap_or_default(),
                    failing_since_time: failing_since_time__,
                    last_success_time: last_success_time__,
                    last_failure_time: last_failure_time__,
                    last_error: last_error__,
                    pending_count: pending_count__.unwrap_or_default(),
                    oldest_pending_time: oldest_pending_time__,
                    blocked_reason: blocked_reason__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.EndpointHealth", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EndpointState {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "ENDPOINT_STATE_UNSPECIFIED",
            Self::Enabled => "ENDPOINT_STATE_ENABLED",
            Self::Disabled => "ENDPOINT_STATE_DISABLED",
            Self::Paused => "ENDPOINT_STATE_PAUSED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for EndpointState {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ENDPOINT_STATE_UNSPECIFIED",
            "ENDPOINT_STATE_ENABLED",
            "ENDPOINT_STATE_DISABLED",
            "ENDPOINT_STATE_PAUSED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = EndpointState;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(EndpointState::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(EndpointState::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "ENDPOINT_STATE_UNSPECIFIED" => Ok(EndpointState::Unspecified),
                    "ENDPOINT_STATE_ENABLED" => Ok(EndpointState::Enabled),
                    "ENDPOINT_STATE_DISABLED" => Ok(EndpointState::Disabled),
                    "ENDPOINT_STATE_PAUSED" => Ok(EndpointState::Paused),
                    _ => Ok(EndpointState::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for GetDeliveryRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.delivery_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.GetDeliveryRequest", len)?;
        if !self.delivery_id.is_empty() {
            struct_ser.serialize_field("deliveryId", &self.delivery_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetDeliveryRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "delivery_id",
            "deliveryId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            DeliveryId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "deliveryId" | "delivery_id" => Ok(GeneratedField::DeliveryId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetDeliveryRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.GetDeliveryRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetDeliveryRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut delivery_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::DeliveryId => {
                            if delivery_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deliveryId"));
                            }
                            delivery_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetDeliveryRequest {
                    delivery_id: delivery_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.GetDeliveryRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetDeliveryResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.delivery.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.GetDeliveryResponse", len)?;
        if let Some(v) = self.delivery.as_ref() {
            struct_ser.serialize_field("delivery", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetDeliveryResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "delivery",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Delivery,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "delivery" => Ok(GeneratedField::Delivery),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetDeliveryResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.GetDeliveryResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetDeliveryResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut delivery__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Delivery => {
                            if delivery__.is_some() {
                                return Err(serde::de::Error::duplicate_field("delivery"));
                            }
                            delivery__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetDeliveryResponse {
                    delivery: delivery__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.GetDeliveryResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetEndpointRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.endpoint_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.GetEndpointRequest", len)?;
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetEndpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint_id",
            "endpointId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EndpointId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetEndpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.GetEndpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetEndpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetEndpointRequest {
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.GetEndpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetEndpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.endpoint.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.GetEndpointResponse", len)?;
        if let Some(v) = self.endpoint.as_ref() {
            struct_ser.serialize_field("endpoint", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetEndpointResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Endpoint,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpoint" => Ok(GeneratedField::Endpoint),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetEndpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.GetEndpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetEndpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Endpoint => {
                            if endpoint__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpoint"));
                            }
                            endpoint__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetEndpointResponse {
                    endpoint: endpoint__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.GetEndpointResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListDeliveriesRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.page_size != 0 {
            len += 1;
        }
        if !self.page_token.is_empty() {
            len += 1;
        }
        if self.endpoint_id.is_some() {
            len += 1;
        }
        if self.event_id.is_some() {
            len += 1;
        }
        if self.state != 0 {
            len += 1;
        }
        if self.model_name.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.ListDeliveriesRequest", len)?;
        if self.page_size != 0 {
            struct_ser.serialize_field("pageSize", &self.page_size)?;
        }
        if !self.page_token.is_empty() {
            struct_ser.serialize_field("pageToken", &self.page_token)?;
        }
        if let Some(v) = self.endpoint_id.as_ref() {
            struct_ser.serialize_field("endpointId", v)?;
        }
        if let Some(v) = self.event_id.as_ref() {
            struct_ser.serialize_field("eventId", v)?;
        }
        if self.state != 0 {
            let v = DeliveryState::try_from(self.state)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.state)))?;
            struct_ser.serialize_field("state", &v)?;
        }
        if let Some(v) = self.model_name.as_ref() {
            struct_ser.serialize_field("modelName", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListDeliveriesRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "page_size",
            "pageSize",
            "page_token",
            "pageToken",
            "endpoint_id",
            "endpointId",
            "event_id",
            "eventId",
            "state",
            "model_name",
            "modelName",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            PageSize,
            PageToken,
            EndpointId,
            EventId,
            State,
            ModelName,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "pageSize" | "page_size" => Ok(GeneratedField::PageSize),
                            "pageToken" | "page_token" => Ok(GeneratedField::PageToken),
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            "eventId" | "event_id" => Ok(GeneratedField::EventId),
                            "state" => Ok(GeneratedField::State),
                            "modelName" | "model_name" => Ok(GeneratedField::ModelName),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListDeliveriesRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.ListDeliveriesRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListDeliveriesRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut page_size__ = None;
                let mut page_token__ = None;
                let mut endpoint_id__ = None;
                let mut event_id__ = None;
                let mut state__ = None;
                let mut model_name__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::PageSize => {
                            if page_size__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pageSize"));
                            }
                            page_size__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::PageToken => {
                            if page_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pageToken"));
                            }
                            page_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = map_.next_value()?;
                        }
                        GeneratedField::EventId => {
                            if event_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eventId"));
                            }
                            event_id__ = map_.next_value()?;
                        }
                        GeneratedField::State => {
                            if state__.is_some() {
                                return Err(serde::de::Error::duplicate_field("state"));
                            }
                            state__ = Some(map_.next_value::<DeliveryState>()? as i32);
                        }
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelName"));
                            }
                            model_name__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListDeliveriesRequest {
                    page_size: page_size__.unwrap_or_default(),
                    page_token: page_token__.unwrap_or_default(),
                    endpoint_id: endpoint_id__,
                    event_id: event_id__,
                    state: state__.unwrap_or_default(),
                    model_name: model_name__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.ListDeliveriesRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListDeliveriesResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.deliveries.is_empty() {
            len += 1;
        }
        if !self.next_page_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.ListDeliveriesResponse", len)?;
        if !self.deliveries.is_empty() {
            struct_ser.serialize_field("deliveries", &self.deliveries)?;
        }
        if !self.next_page_token.is_empty() {
            struct_ser.serialize_field("nextPageToken", &self.next_page_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListDeliveriesResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "deliveries",
            "next_page_token",
            "nextPageToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Deliveries,
            NextPageToken,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "deliveries" => Ok(GeneratedField::Deliveries),
                            "nextPageToken" | "next_page_token" => Ok(GeneratedField::NextPageToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListDeliveriesResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.ListDeliveriesResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListDeliveriesResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut deliveries__ = None;
                let mut next_page_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Deliveries => {
                            if deliveries__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deliveries"));
                            }
                            deliveries__ = Some(map_.next_value()?);
                        }
                        GeneratedField::NextPageToken => {
                            if next_page_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nextPageToken"));
                            }
                            next_page_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListDeliveriesResponse {
                    deliveries: deliveries__.unwrap_or_default(),
                    next_page_token: next_page_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.ListDeliveriesResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListEndpointsRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.page_size != 0 {
            len += 1;
        }
        if !self.page_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.ListEndpointsRequest", len)?;
        if self.page_size != 0 {
            struct_ser.serialize_field("pageSize", &self.page_size)?;
        }
        if !self.page_token.is_empty() {
            struct_ser.serialize_field("pageToken", &self.page_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListEndpointsRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "page_size",
            "pageSize",
            "page_token",
            "pageToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            PageSize,
            PageToken,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "pageSize" | "page_size" => Ok(GeneratedField::PageSize),
                            "pageToken" | "page_token" => Ok(GeneratedField::PageToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListEndpointsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.ListEndpointsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListEndpointsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut page_size__ = None;
                let mut page_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::PageSize => {
                            if page_size__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pageSize"));
                            }
                            page_size__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::PageToken => {
                            if page_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pageToken"));
                            }
                            page_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListEndpointsRequest {
                    page_size: page_size__.unwrap_or_default(),
                    page_token: page_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.ListEndpointsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListEndpointsResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.endpoints.is_empty() {
            len += 1;
        }
        if !self.next_page_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.ListEndpointsResponse", len)?;
        if !self.endpoints.is_empty() {
            struct_ser.serialize_field("endpoints", &self.endpoints)?;
        }
        if !self.next_page_token.is_empty() {
            struct_ser.serialize_field("nextPageToken", &self.next_page_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListEndpointsResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoints",
            "next_page_token",
            "nextPageToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Endpoints,
            NextPageToken,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpoints" => Ok(GeneratedField::Endpoints),
                            "nextPageToken" | "next_page_token" => Ok(GeneratedField::NextPageToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListEndpointsResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.ListEndpointsResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListEndpointsResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoints__ = None;
                let mut next_page_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Endpoints => {
                            if endpoints__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpoints"));
                            }
                            endpoints__ = Some(map_.next_value()?);
                        }
                        GeneratedField::NextPageToken => {
                            if next_page_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nextPageToken"));
                            }
                            next_page_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListEndpointsResponse {
                    endpoints: endpoints__.unwrap_or_default(),
                    next_page_token: next_page_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.ListEndpointsResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PauseEndpointRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.endpoint_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.PauseEndpointRequest", len)?;
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PauseEndpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint_id",
            "endpointId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EndpointId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PauseEndpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.PauseEndpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PauseEndpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PauseEndpointRequest {
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.PauseEndpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PauseEndpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.endpoint.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.PauseEndpointResponse", len)?;
        if let Some(v) = self.endpoint.as_ref() {
            struct_ser.serialize_field("endpoint", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PauseEndpointResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Endpoint,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpoint" => Ok(GeneratedField::Endpoint),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PauseEndpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.PauseEndpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PauseEndpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Endpoint => {
                            if endpoint__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpoint"));
                            }
                            endpoint__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PauseEndpointResponse {
                    endpoint: endpoint__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.PauseEndpointResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RecoverEndpointRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.endpoint_id.is_empty() {
            len += 1;
        }
        if self.since_time.is_some() {
            len += 1;
        }
        if self.until_time.is_some() {
            len += 1;
        }
        if self.include_missing {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.RecoverEndpointRequest", len)?;
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        if let Some(v) = self.since_time.as_ref() {
            struct_ser.serialize_field("sinceTime", v)?;
        }
        if let Some(v) = self.until_time.as_ref() {
            struct_ser.serialize_field("untilTime", v)?;
        }
        if self.include_missing {
            struct_ser.serialize_field("includeMissing", &self.include_missing)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RecoverEndpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint_id",
            "endpointId",
            "since_time",
            "sinceTime",
            "until_time",
            "untilTime",
            "include_missing",
            "includeMissing",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EndpointId,
            SinceTime,
            UntilTime,
            IncludeMissing,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            "sinceTime" | "since_time" => Ok(GeneratedField::SinceTime),
                            "untilTime" | "until_time" => Ok(GeneratedField::UntilTime),
                            "includeMissing" | "include_missing" => Ok(GeneratedField::IncludeMissing),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RecoverEndpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.RecoverEndpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RecoverEndpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint_id__ = None;
                let mut since_time__ = None;
                let mut until_time__ = None;
                let mut include_missing__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SinceTime => {
                            if since_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sinceTime"));
                            }
                            since_time__ = map_.next_value()?;
                        }
                        GeneratedField::UntilTime => {
                            if until_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("untilTime"));
                            }
                            until_time__ = map_.next_value()?;
                        }
                        GeneratedField::IncludeMissing => {
                            if include_missing__.is_some() {
                                return Err(serde::de::Error::duplicate_field("includeMissing"));
                            }
                            include_missing__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RecoverEndpointRequest {
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                    since_time: since_time__,
                    until_time: until_time__,
                    include_missing: include_missing__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.RecoverEndpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RecoverEndpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.recovered_count != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.RecoverEndpointResponse", len)?;
        if self.recovered_count != 0 {
            struct_ser.serialize_field("recoveredCount", &self.recovered_count)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RecoverEndpointResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "recovered_count",
            "recoveredCount",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            RecoveredCount,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "recoveredCount" | "recovered_count" => Ok(GeneratedField::RecoveredCount),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RecoverEndpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.RecoverEndpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RecoverEndpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut recovered_count__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::RecoveredCount => {
                            if recovered_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("recoveredCount"));
                            }
                            recovered_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RecoverEndpointResponse {
                    recovered_count: recovered_count__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.RecoverEndpointResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RedeliverRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.delivery_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.RedeliverRequest", len)?;
        if !self.delivery_id.is_empty() {
            struct_ser.serialize_field("deliveryId", &self.delivery_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RedeliverRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "delivery_id",
            "deliveryId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            DeliveryId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "deliveryId" | "delivery_id" => Ok(GeneratedField::DeliveryId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RedeliverRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.RedeliverRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RedeliverRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut delivery_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::DeliveryId => {
                            if delivery_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deliveryId"));
                            }
                            delivery_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RedeliverRequest {
                    delivery_id: delivery_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.RedeliverRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RedeliverResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.delivery.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.RedeliverResponse", len)?;
        if let Some(v) = self.delivery.as_ref() {
            struct_ser.serialize_field("delivery", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RedeliverResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "delivery",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Delivery,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "delivery" => Ok(GeneratedField::Delivery),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RedeliverResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.RedeliverResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RedeliverResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut delivery__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Delivery => {
                            if delivery__.is_some() {
                                return Err(serde::de::Error::duplicate_field("delivery"));
                            }
                            delivery__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RedeliverResponse {
                    delivery: delivery__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.RedeliverResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ResumeEndpointRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.endpoint_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.ResumeEndpointRequest", len)?;
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ResumeEndpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint_id",
            "endpointId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EndpointId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ResumeEndpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.ResumeEndpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ResumeEndpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ResumeEndpointRequest {
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.ResumeEndpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ResumeEndpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.endpoint.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.ResumeEndpointResponse", len)?;
        if let Some(v) = self.endpoint.as_ref() {
            struct_ser.serialize_field("endpoint", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ResumeEndpointResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Endpoint,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpoint" => Ok(GeneratedField::Endpoint),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ResumeEndpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.ResumeEndpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ResumeEndpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Endpoint => {
                            if endpoint__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpoint"));
                            }
                            endpoint__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ResumeEndpointResponse {
                    endpoint: endpoint__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.ResumeEndpointResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RotateEndpointSecretRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.endpoint_id.is_empty() {
            len += 1;
        }
        if self.secret.is_some() {
            len += 1;
        }
        if self.overlap.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.RotateEndpointSecretRequest", len)?;
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        if let Some(v) = self.secret.as_ref() {
            struct_ser.serialize_field("secret", v)?;
        }
        if let Some(v) = self.overlap.as_ref() {
            struct_ser.serialize_field("overlap", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RotateEndpointSecretRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint_id",
            "endpointId",
            "secret",
            "overlap",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EndpointId,
            Secret,
            Overlap,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            "secret" => Ok(GeneratedField::Secret),
                            "overlap" => Ok(GeneratedField::Overlap),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RotateEndpointSecretRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.RotateEndpointSecretRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RotateEndpointSecretRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint_id__ = None;
                let mut secret__ = None;
                let mut overlap__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Secret => {
                            if secret__.is_some() {
                                return Err(serde::de::Error::duplicate_field("secret"));
                            }
                            secret__ = map_.next_value()?;
                        }
                        GeneratedField::Overlap => {
                            if overlap__.is_some() {
                                return Err(serde::de::Error::duplicate_field("overlap"));
                            }
                            overlap__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RotateEndpointSecretRequest {
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                    secret: secret__,
                    overlap: overlap__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.RotateEndpointSecretRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RotateEndpointSecretResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.endpoint.is_some() {
            len += 1;
        }
        if !self.secret.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.RotateEndpointSecretResponse", len)?;
        if let Some(v) = self.endpoint.as_ref() {
            struct_ser.serialize_field("endpoint", v)?;
        }
        if !self.secret.is_empty() {
            struct_ser.serialize_field("secret", &self.secret)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RotateEndpointSecretResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint",
            "secret",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Endpoint,
            Secret,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpoint" => Ok(GeneratedField::Endpoint),
                            "secret" => Ok(GeneratedField::Secret),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RotateEndpointSecretResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.RotateEndpointSecretResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RotateEndpointSecretResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint__ = None;
                let mut secret__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Endpoint => {
                            if endpoint__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpoint"));
                            }
                            endpoint__ = map_.next_value()?;
                        }
                        GeneratedField::Secret => {
                            if secret__.is_some() {
                                return Err(serde::de::Error::duplicate_field("secret"));
                            }
                            secret__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RotateEndpointSecretResponse {
                    endpoint: endpoint__,
                    secret: secret__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.RotateEndpointSecretResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TestEndpointRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.endpoint_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.TestEndpointRequest", len)?;
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TestEndpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint_id",
            "endpointId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EndpointId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TestEndpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.TestEndpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TestEndpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TestEndpointRequest {
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.TestEndpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TestEndpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.attempt.is_some() {
            len += 1;
        }
        if self.delivered {
            len += 1;
        }
        if !self.event_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.TestEndpointResponse", len)?;
        if let Some(v) = self.attempt.as_ref() {
            struct_ser.serialize_field("attempt", v)?;
        }
        if self.delivered {
            struct_ser.serialize_field("delivered", &self.delivered)?;
        }
        if !self.event_id.is_empty() {
            struct_ser.serialize_field("eventId", &self.event_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TestEndpointResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "attempt",
            "delivered",
            "event_id",
            "eventId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Attempt,
            Delivered,
            EventId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "attempt" => Ok(GeneratedField::Attempt),
                            "delivered" => Ok(GeneratedField::Delivered),
                            "eventId" | "event_id" => Ok(GeneratedField::EventId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TestEndpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.TestEndpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TestEndpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut attempt__ = None;
                let mut delivered__ = None;
                let mut event_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Attempt => {
                            if attempt__.is_some() {
                                return Err(serde::de::Error::duplicate_field("attempt"));
                            }
                            attempt__ = map_.next_value()?;
                        }
                        GeneratedField::Delivered => {
                            if delivered__.is_some() {
                                return Err(serde::de::Error::duplicate_field("delivered"));
                            }
                            delivered__ = Some(map_.next_value()?);
                        }
                        GeneratedField::EventId => {
                            if event_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eventId"));
                            }
                            event_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TestEndpointResponse {
                    attempt: attempt__,
                    delivered: delivered__.unwrap_or_default(),
                    event_id: event_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.TestEndpointResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for UpdateEndpointRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.endpoint_id.is_empty() {
            len += 1;
        }
        if self.url.is_some() {
            len += 1;
        }
        if self.description.is_some() {
            len += 1;
        }
        if self.filter.is_some() {
            len += 1;
        }
        if self.ordered.is_some() {
            len += 1;
        }
        if self.payload_version.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.UpdateEndpointRequest", len)?;
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        if let Some(v) = self.url.as_ref() {
            struct_ser.serialize_field("url", v)?;
        }
        if let Some(v) = self.description.as_ref() {
            struct_ser.serialize_field("description", v)?;
        }
        if let Some(v) = self.filter.as_ref() {
            struct_ser.serialize_field("filter", v)?;
        }
        if let Some(v) = self.ordered.as_ref() {
            struct_ser.serialize_field("ordered", v)?;
        }
        if let Some(v) = self.payload_version.as_ref() {
            struct_ser.serialize_field("payloadVersion", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for UpdateEndpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint_id",
            "endpointId",
            "url",
            "description",
            "filter",
            "ordered",
            "payload_version",
            "payloadVersion",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EndpointId,
            Url,
            Description,
            Filter,
            Ordered,
            PayloadVersion,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpointId" | "endpoint_id" => Ok(GeneratedField::EndpointId),
                            "url" => Ok(GeneratedField::Url),
                            "description" => Ok(GeneratedField::Description),
                            "filter" => Ok(GeneratedField::Filter),
                            "ordered" => Ok(GeneratedField::Ordered),
                            "payloadVersion" | "payload_version" => Ok(GeneratedField::PayloadVersion),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = UpdateEndpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.UpdateEndpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<UpdateEndpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint_id__ = None;
                let mut url__ = None;
                let mut description__ = None;
                let mut filter__ = None;
                let mut ordered__ = None;
                let mut payload_version__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EndpointId => {
                            if endpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointId"));
                            }
                            endpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Url => {
                            if url__.is_some() {
                                return Err(serde::de::Error::duplicate_field("url"));
                            }
                            url__ = map_.next_value()?;
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = map_.next_value()?;
                        }
                        GeneratedField::Filter => {
                            if filter__.is_some() {
                                return Err(serde::de::Error::duplicate_field("filter"));
                            }
                            filter__ = map_.next_value()?;
                        }
                        GeneratedField::Ordered => {
                            if ordered__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ordered"));
                            }
                            ordered__ = map_.next_value()?;
                        }
                        GeneratedField::PayloadVersion => {
                            if payload_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("payloadVersion"));
                            }
                            payload_version__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(UpdateEndpointRequest {
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                    url: url__,
                    description: description__,
                    filter: filter__,
                    ordered: ordered__,
                    payload_version: payload_version__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.UpdateEndpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for UpdateEndpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.endpoint.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.webhook.v1.UpdateEndpointResponse", len)?;
        if let Some(v) = self.endpoint.as_ref() {
            struct_ser.serialize_field("endpoint", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for UpdateEndpointResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "endpoint",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Endpoint,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "endpoint" => Ok(GeneratedField::Endpoint),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = UpdateEndpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.webhook.v1.UpdateEndpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<UpdateEndpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut endpoint__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Endpoint => {
                            if endpoint__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpoint"));
                            }
                            endpoint__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(UpdateEndpointResponse {
                    endpoint: endpoint__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.webhook.v1.UpdateEndpointResponse", FIELDS, GeneratedVisitor)
    }
}
