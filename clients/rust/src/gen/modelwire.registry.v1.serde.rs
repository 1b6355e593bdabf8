impl serde::Serialize for AnyType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("modelwire.registry.v1.AnyType", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AnyType {
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
            type Value = AnyType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.AnyType")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AnyType, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(AnyType {
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.AnyType", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ArrayType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.items.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ArrayType", len)?;
        if let Some(v) = self.items.as_ref() {
            struct_ser.serialize_field("items", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ArrayType {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "items",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Items,
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
                            "items" => Ok(GeneratedField::Items),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ArrayType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ArrayType")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ArrayType, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut items__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Items => {
                            if items__.is_some() {
                                return Err(serde::de::Error::duplicate_field("items"));
                            }
                            items__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ArrayType {
                    items: items__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ArrayType", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Baseline {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.model_id.is_empty() {
            len += 1;
        }
        if !self.model_uuid.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Baseline", len)?;
        if !self.model_id.is_empty() {
            struct_ser.serialize_field("modelId", &self.model_id)?;
        }
        if !self.model_uuid.is_empty() {
            struct_ser.serialize_field("modelUuid", &self.model_uuid)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Baseline {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_id",
            "modelId",
            "model_uuid",
            "modelUuid",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelId,
            ModelUuid,
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
                            "modelId" | "model_id" => Ok(GeneratedField::ModelId),
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Baseline;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Baseline")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Baseline, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_id__ = None;
                let mut model_uuid__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelId => {
                            if model_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelId"));
                            }
                            model_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Baseline {
                    model_id: model_id__.unwrap_or_default(),
                    model_uuid: model_uuid__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Baseline", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for BatchGetModelVersionsItem {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.registration.is_some() {
            len += 1;
        }
        if self.etag.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.BatchGetModelVersionsItem", len)?;
        if let Some(v) = self.registration.as_ref() {
            struct_ser.serialize_field("registration", v)?;
        }
        if let Some(v) = self.etag.as_ref() {
            struct_ser.serialize_field("etag", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for BatchGetModelVersionsItem {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "registration",
            "etag",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Registration,
            Etag,
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
                            "registration" => Ok(GeneratedField::Registration),
                            "etag" => Ok(GeneratedField::Etag),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = BatchGetModelVersionsItem;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.BatchGetModelVersionsItem")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<BatchGetModelVersionsItem, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut registration__ = None;
                let mut etag__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Registration => {
                            if registration__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registration"));
                            }
                            registration__ = map_.next_value()?;
                        }
                        GeneratedField::Etag => {
                            if etag__.is_some() {
                                return Err(serde::de::Error::duplicate_field("etag"));
                            }
                            etag__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(BatchGetModelVersionsItem {
                    registration: registration__,
                    etag: etag__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.BatchGetModelVersionsItem", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for BatchGetModelVersionsRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.refs.is_empty() {
            len += 1;
        }
        if self.consistency.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.BatchGetModelVersionsRequest", len)?;
        if !self.refs.is_empty() {
            struct_ser.serialize_field("refs", &self.refs)?;
        }
        if let Some(v) = self.consistency.as_ref() {
            struct_ser.serialize_field("consistency", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for BatchGetModelVersionsRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "refs",
            "consistency",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Refs,
            Consistency,
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
                            "refs" => Ok(GeneratedField::Refs),
                            "consistency" => Ok(GeneratedField::Consistency),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = BatchGetModelVersionsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.BatchGetModelVersionsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<BatchGetModelVersionsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut refs__ = None;
                let mut consistency__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Refs => {
                            if refs__.is_some() {
                                return Err(serde::de::Error::duplicate_field("refs"));
                            }
                            refs__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Consistency => {
                            if consistency__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistency"));
                            }
                            consistency__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(BatchGetModelVersionsRequest {
                    refs: refs__.unwrap_or_default(),
                    consistency: consistency__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.BatchGetModelVersionsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for BatchGetModelVersionsResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.items.is_empty() {
            len += 1;
        }
        if self.as_of.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.BatchGetModelVersionsResponse", len)?;
        if !self.items.is_empty() {
            struct_ser.serialize_field("items", &self.items)?;
        }
        if let Some(v) = self.as_of.as_ref() {
            struct_ser.serialize_field("asOf", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for BatchGetModelVersionsResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "items",
            "as_of",
            "asOf",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Items,
            AsOf,
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
                            "items" => Ok(GeneratedField::Items),
                            "asOf" | "as_of" => Ok(GeneratedField::AsOf),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = BatchGetModelVersionsResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.BatchGetModelVersionsResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<BatchGetModelVersionsResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut items__ = None;
                let mut as_of__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Items => {
                            if items__.is_some() {
                                return Err(serde::de::Error::duplicate_field("items"));
                            }
                            items__ = Some(map_.next_value()?);
                        }
                        GeneratedField::AsOf => {
                            if as_of__.is_some() {
                                return Err(serde::de::Error::duplicate_field("asOf"));
                            }
                            as_of__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(BatchGetModelVersionsResponse {
                    items: items__.unwrap_or_default(),
                    as_of: as_of__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.BatchGetModelVersionsResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Column {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.name.is_some() {
            len += 1;
        }
        if self.r#type.is_some() {
            len += 1;
        }
        if self.required.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Column", len)?;
        if let Some(v) = self.name.as_ref() {
            struct_ser.serialize_field("name", v)?;
        }
        if let Some(v) = self.r#type.as_ref() {
            struct_ser.serialize_field("type", v)?;
        }
        if let Some(v) = self.required.as_ref() {
            struct_ser.serialize_field("required", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Column {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "type",
            "required",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Type,
            Required,
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
                            "name" => Ok(GeneratedField::Name),
                            "type" => Ok(GeneratedField::Type),
                            "required" => Ok(GeneratedField::Required),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Column;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Column")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Column, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut r#type__ = None;
                let mut required__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = map_.next_value()?;
                        }
                        GeneratedField::Type => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("type"));
                            }
                            r#type__ = map_.next_value()?;
                        }
                        GeneratedField::Required => {
                            if required__.is_some() {
                                return Err(serde::de::Error::duplicate_field("required"));
                            }
                            required__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Column {
                    name: name__,
                    r#type: r#type__,
                    required: required__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Column", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ColumnSchema {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.columns.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ColumnSchema", len)?;
        if !self.columns.is_empty() {
            struct_ser.serialize_field("columns", &self.columns)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ColumnSchema {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "columns",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Columns,
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
                            "columns" => Ok(GeneratedField::Columns),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ColumnSchema;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ColumnSchema")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ColumnSchema, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut columns__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Columns => {
                            if columns__.is_some() {
                                return Err(serde::de::Error::duplicate_field("columns"));
                            }
                            columns__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ColumnSchema {
                    columns: columns__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ColumnSchema", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ColumnType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.r#type.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ColumnType", len)?;
        if let Some(v) = self.r#type.as_ref() {
            match v {
                column_type::Type::Scalar(v) => {
                    let v = ScalarType::try_from(*v)
                        .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", *v)))?;
                    struct_ser.serialize_field("scalar", &v)?;
                }
                column_type::Type::Array(v) => {
                    struct_ser.serialize_field("array", v)?;
                }
                column_type::Type::Object(v) => {
                    struct_ser.serialize_field("object", v)?;
                }
                column_type::Type::Map(v) => {
                    struct_ser.serialize_field("map", v)?;
                }
                column_type::Type::Any(v) => {
                    struct_ser.serialize_field("any", v)?;
                }
                column_type::Type::SparkmlVector(v) => {
                    struct_ser.serialize_field("sparkmlVector", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ColumnType {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "scalar",
            "array",
            "object",
            "map",
            "any",
            "sparkml_vector",
            "sparkmlVector",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Scalar,
            Array,
            Object,
            Map,
            Any,
            SparkmlVector,
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
                            "scalar" => Ok(GeneratedField::Scalar),
                            "array" => Ok(GeneratedField::Array),
                            "object" => Ok(GeneratedField::Object),
                            "map" => Ok(GeneratedField::Map),
                            "any" => Ok(GeneratedField::Any),
                            "sparkmlVector" | "sparkml_vector" => Ok(GeneratedField::SparkmlVector),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ColumnType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ColumnType")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ColumnType, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut r#type__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Scalar => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("scalar"));
                            }
                            r#type__ = map_.next_value::<::std::option::Option<ScalarType>>()?.map(|x| column_type::Type::Scalar(x as i32));
                        }
                        GeneratedField::Array => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("array"));
                            }
                            r#type__ = map_.next_value::<::std::option::Option<_>>()?.map(column_type::Type::Array)
;
                        }
                        GeneratedField::Object => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("object"));
                            }
                            r#type__ = map_.next_value::<::std::option::Option<_>>()?.map(column_type::Type::Object)
;
                        }
                        GeneratedField::Map => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("map"));
                            }
                            r#type__ = map_.next_value::<::std::option::Option<_>>()?.map(column_type::Type::Map)
;
                        }
                        GeneratedField::Any => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("any"));
                            }
                            r#type__ = map_.next_value::<::std::option::Option<_>>()?.map(column_type::Type::Any)
;
                        }
                        GeneratedField::SparkmlVector => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sparkmlVector"));
                            }
                            r#type__ = map_.next_value::<::std::option::Option<_>>()?.map(column_type::Type::SparkmlVector)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ColumnType {
                    r#type: r#type__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ColumnType", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CompareSignaturesRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.old.is_some() {
            len += 1;
        }
        if self.next.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.CompareSignaturesRequest", len)?;
        if let Some(v) = self.old.as_ref() {
            struct_ser.serialize_field("old", v)?;
        }
        if let Some(v) = self.next.as_ref() {
            struct_ser.serialize_field("next", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CompareSignaturesRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "old",
            "next",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Old,
            Next,
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
                            "old" => Ok(GeneratedField::Old),
                            "next" => Ok(GeneratedField::Next),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CompareSignaturesRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.CompareSignaturesRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CompareSignaturesRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut old__ = None;
                let mut next__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Old => {
                            if old__.is_some() {
                                return Err(serde::de::Error::duplicate_field("old"));
                            }
                            old__ = map_.next_value()?;
                        }
                        GeneratedField::Next => {
                            if next__.is_some() {
                                return Err(serde::de::Error::duplicate_field("next"));
                            }
                            next__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CompareSignaturesRequest {
                    old: old__,
                    next: next__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.CompareSignaturesRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CompareSignaturesResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.comparison.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.CompareSignaturesResponse", len)?;
        if let Some(v) = self.comparison.as_ref() {
            struct_ser.serialize_field("comparison", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CompareSignaturesResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "comparison",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Comparison,
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
                            "comparison" => Ok(GeneratedField::Comparison),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CompareSignaturesResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.CompareSignaturesResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CompareSignaturesResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut comparison__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Comparison => {
                            if comparison__.is_some() {
                                return Err(serde::de::Error::duplicate_field("comparison"));
                            }
                            comparison__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CompareSignaturesResponse {
                    comparison: comparison__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.CompareSignaturesResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Consistency {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.requirement.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Consistency", len)?;
        if let Some(v) = self.requirement.as_ref() {
            match v {
                consistency::Requirement::Local(v) => {
                    struct_ser.serialize_field("local", v)?;
                }
                consistency::Requirement::AtLeastAsFresh(v) => {
                    struct_ser.serialize_field("atLeastAsFresh", v)?;
                }
                consistency::Requirement::FullyConsistent(v) => {
                    struct_ser.serialize_field("fullyConsistent", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Consistency {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "local",
            "at_least_as_fresh",
            "atLeastAsFresh",
            "fully_consistent",
            "fullyConsistent",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Local,
            AtLeastAsFresh,
            FullyConsistent,
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
                            "local" => Ok(GeneratedField::Local),
                            "atLeastAsFresh" | "at_least_as_fresh" => Ok(GeneratedField::AtLeastAsFresh),
                            "fullyConsistent" | "fully_consistent" => Ok(GeneratedField::FullyConsistent),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Consistency;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Consistency")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Consistency, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut requirement__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Local => {
                            if requirement__.is_some() {
                                return Err(serde::de::Error::duplicate_field("local"));
                            }
                            requirement__ = map_.next_value::<::std::option::Option<_>>()?.map(consistency::Requirement::Local)
;
                        }
                        GeneratedField::AtLeastAsFresh => {
                            if requirement__.is_some() {
                                return Err(serde::de::Error::duplicate_field("atLeastAsFresh"));
                            }
                            requirement__ = map_.next_value::<::std::option::Option<_>>()?.map(consistency::Requirement::AtLeastAsFresh);
                        }
                        GeneratedField::FullyConsistent => {
                            if requirement__.is_some() {
                                return Err(serde::de::Error::duplicate_field("fullyConsistent"));
                            }
                            requirement__ = map_.next_value::<::std::option::Option<_>>()?.map(consistency::Requirement::FullyConsistent)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Consistency {
                    requirement: requirement__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Consistency", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Contribution {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.contributor.is_some() {
            len += 1;
        }
        if !self.metric.is_empty() {
            len += 1;
        }
        if self.direction != 0 {
            len += 1;
        }
        if self.unit.is_some() {
            len += 1;
        }
        if self.version_count != 0 {
            len += 1;
        }
        if self.unknown_change_count != 0 {
            len += 1;
        }
        if self.absolute_change != 0. {
            len += 1;
        }
        if self.first_time.is_some() {
            len += 1;
        }
        if self.last_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Contribution", len)?;
        if let Some(v) = self.contributor.as_ref() {
            struct_ser.serialize_field("contributor", v)?;
        }
        if !self.metric.is_empty() {
            struct_ser.serialize_field("metric", &self.metric)?;
        }
        if self.direction != 0 {
            let v = MetricDirection::try_from(self.direction)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.direction)))?;
            struct_ser.serialize_field("direction", &v)?;
        }
        if let Some(v) = self.unit.as_ref() {
            struct_ser.serialize_field("unit", v)?;
        }
        if self.version_count != 0 {
            struct_ser.serialize_field("versionCount", &self.version_count)?;
        }
        if self.unknown_change_count != 0 {
            struct_ser.serialize_field("unknownChangeCount", &self.unknown_change_count)?;
        }
        if self.absolute_change != 0. {
            struct_ser.serialize_field("absoluteChange", &self.absolute_change)?;
        }
        if let Some(v) = self.first_time.as_ref() {
            struct_ser.serialize_field("firstTime", v)?;
        }
        if let Some(v) = self.last_time.as_ref() {
            struct_ser.serialize_field("lastTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Contribution {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "contributor",
            "metric",
            "direction",
            "unit",
            "version_count",
            "versionCount",
            "unknown_change_count",
            "unknownChangeCount",
            "absolute_change",
            "absoluteChange",
            "first_time",
            "firstTime",
            "last_time",
            "lastTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Contributor,
            Metric,
            Direction,
            Unit,
            VersionCount,
            UnknownChangeCount,
            AbsoluteChange,
            FirstTime,
            LastTime,
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
                            "contributor" => Ok(GeneratedField::Contributor),
                            "metric" => Ok(GeneratedField::Metric),
                            "direction" => Ok(GeneratedField::Direction),
                            "unit" => Ok(GeneratedField::Unit),
                            "versionCount" | "version_count" => Ok(GeneratedField::VersionCount),
                            "unknownChangeCount" | "unknown_change_count" => Ok(GeneratedField::UnknownChangeCount),
                            "absoluteChange" | "absolute_change" => Ok(GeneratedField::AbsoluteChange),
                            "firstTime" | "first_time" => Ok(GeneratedField::FirstTime),
                            "lastTime" | "last_time" => Ok(GeneratedField::LastTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Contribution;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Contribution")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Contribution, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut contributor__ = None;
                let mut metric__ = None;
                let mut direction__ = None;
                let mut unit__ = None;
                let mut version_count__ = None;
                let mut unknown_change_count__ = None;
                let mut absolute_change__ = None;
                let mut first_time__ = None;
                let mut last_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Contributor => {
                            if contributor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contributor"));
                            }
                            contributor__ = map_.next_value()?;
                        }
                        GeneratedField::Metric => {
                            if metric__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metric"));
                            }
                            metric__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Direction => {
                            if direction__.is_some() {
                                return Err(serde::de::Error::duplicate_field("direction"));
                            }
                            direction__ = Some(map_.next_value::<MetricDirection>()? as i32);
                        }
                        GeneratedField::Unit => {
                            if unit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unit"));
                            }
                            unit__ = map_.next_value()?;
                        }
                        GeneratedField::VersionCount => {
                            if version_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("versionCount"));
                            }
                            version_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::UnknownChangeCount => {
                            if unknown_change_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unknownChangeCount"));
                            }
                            unknown_change_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::AbsoluteChange => {
                            if absolute_change__.is_some() {
                                return Err(serde::de::Error::duplicate_field("absoluteChange"));
                            }
                            absolute_change__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::FirstTime => {
                            if first_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("firstTime"));
                            }
                            first_time__ = map_.next_value()?;
                        }
                        GeneratedField::LastTime => {
                            if last_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastTime"));
                            }
                            last_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Contribution {
                    contributor: contributor__,
                    metric: metric__.unwrap_or_default(),
                    direction: direction__.unwrap_or_default(),
                    unit: unit__,
                    version_count: version_count__.unwrap_or_default(),
                    unknown_change_count: unknown_change_count__.unwrap_or_default(),
                    absolute_change: absolute_change__.unwrap_or_default(),
                    first_time: first_time__,
                    last_time: last_time__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Contribution", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Contributor {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.kind != 0 {
            len += 1;
        }
        if !self.id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Contributor", len)?;
        if self.kind != 0 {
            let v = ContributorKind::try_from(self.kind)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.kind)))?;
            struct_ser.serialize_field("kind", &v)?;
        }
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Contributor {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "kind",
            "id",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Kind,
            Id,
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
                            "kind" => Ok(GeneratedField::Kind),
                            "id" => Ok(GeneratedField::Id),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Contributor;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Contributor")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Contributor, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                let mut id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Kind => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kind"));
                            }
                            kind__ = Some(map_.next_value::<ContributorKind>()? as i32);
                        }
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Contributor {
                    kind: kind__.unwrap_or_default(),
                    id: id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Contributor", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ContributorKind {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "CONTRIBUTOR_KIND_UNSPECIFIED",
            Self::EthereumAddress => "CONTRIBUTOR_KIND_ETHEREUM_ADDRESS",
            Self::Account => "CONTRIBUTOR_KIND_ACCOUNT",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for ContributorKind {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "CONTRIBUTOR_KIND_UNSPECIFIED",
            "CONTRIBUTOR_KIND_ETHEREUM_ADDRESS",
            "CONTRIBUTOR_KIND_ACCOUNT",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = ContributorKind;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(ContributorKind::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(ContributorKind::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "CONTRIBUTOR_KIND_UNSPECIFIED" => Ok(ContributorKind::Unspecified),
                    "CONTRIBUTOR_KIND_ETHEREUM_ADDRESS" => Ok(ContributorKind::EthereumAddress),
                    "CONTRIBUTOR_KIND_ACCOUNT" => Ok(ContributorKind::Account),
                    _ => Ok(ContributorKind::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for CumulativeImprovement {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.metric.is_empty() {
            len += 1;
        }
        if self.direction != 0 {
            len += 1;
        }
        if self.unit.is_some() {
            len += 1;
        }
        if self.step_count != 0 {
            len += 1;
        }
        if self.baseline_value.is_some() {
            len += 1;
        }
        if self.value.is_some() {
            len += 1;
        }
        if self.absolute_change.is_some() {
            len += 1;
        }
        if self.relative_change.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.CumulativeImprovement", len)?;
        if !self.metric.is_empty() {
            struct_ser.serialize_field("metric", &self.metric)?;
        }
        if self.direction != 0 {
            let v = MetricDirection::try_from(self.direction)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.direction)))?;
            struct_ser.serialize_field("direction", &v)?;
        }
        if let Some(v) = self.unit.as_ref() {
            struct_ser.serialize_field("unit", v)?;
        }
        if self.step_count != 0 {
            struct_ser.serialize_field("stepCount", &self.step_count)?;
        }
        if let Some(v) = self.baseline_value.as_ref() {
            struct_ser.serialize_field("baselineValue", v)?;
        }
        if let Some(v) = self.value.as_ref() {
            struct_ser.serialize_field("value", v)?;
        }
        if let Some(v) = self.absolute_change.as_ref() {
            struct_ser.serialize_field("absoluteChange", v)?;
        }
        if let Some(v) = self.relative_change.as_ref() {
            struct_ser.serialize_field("relativeChange", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CumulativeImprovement {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "metric",
            "direction",
            "unit",
            "step_count",
            "stepCount",
            "baseline_value",
            "baselineValue",
            "value",
            "absolute_change",
            "absoluteChange",
            "relative_change",
            "relativeChange",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Metric,
            Direction,
            Unit,
            StepCount,
            BaselineValue,
            Value,
            AbsoluteChange,
            RelativeChange,
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
                            "metric" => Ok(GeneratedField::Metric),
                            "direction" => Ok(GeneratedField::Direction),
                            "unit" => Ok(GeneratedField::Unit),
                            "stepCount" | "step_count" => Ok(GeneratedField::StepCount),
                            "baselineValue" | "baseline_value" => Ok(GeneratedField::BaselineValue),
                            "value" => Ok(GeneratedField::Value),
                            "absoluteChange" | "absolute_change" => Ok(GeneratedField::AbsoluteChange),
                            "relativeChange" | "relative_change" => Ok(GeneratedField::RelativeChange),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CumulativeImprovement;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.CumulativeImprovement")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CumulativeImprovement, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut metric__ = None;
                let mut direction__ = None;
                let mut unit__ = None;
                let mut step_count__ = None;
                let mut baseline_value__ = None;
                let mut value__ = None;
                let mut absolute_change__ = None;
                let mut relative_change__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Metric => {
                            if metric__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metric"));
                            }
                            metric__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Direction => {
                            if direction__.is_some() {
                                return Err(serde::de::Error::duplicate_field("direction"));
                            }
                            direction__ = Some(map_.next_value::<MetricDirection>()? as i32);
                        }
                        GeneratedField::Unit => {
                            if unit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unit"));
                            }
                            unit__ = map_.next_value()?;
                        }
                        GeneratedField::StepCount => {
                            if step_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("stepCount"));
                            }
                            step_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::BaselineValue => {
                            if baseline_value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baselineValue"));
                            }
                            baseline_value__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Value => {
                            if value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("value"));
                            }
                            value__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::AbsoluteChange => {
                            if absolute_change__.is_some() {
                                return Err(serde::de::Error::duplicate_field("absoluteChange"));
                            }
                            absolute_change__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::RelativeChange => {
                            if relative_change__.is_some() {
                                return Err(serde::de::Error::duplicate_field("relativeChange"));
                            }
                            relative_change__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CumulativeImprovement {
                    metric: metric__.unwrap_or_default(),
                    direction: direction__.unwrap_or_default(),
                    unit: unit__,
                    step_count: step_count__.unwrap_or_default(),
                    baseline_value: baseline_value__,
                    value: value__,
                    absolute_change: absolute_change__,
                    relative_change: relative_change__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.CumulativeImprovement", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteAliasRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.model_name.is_empty() {
            len += 1;
        }
        if !self.alias.is_empty() {
            len += 1;
        }
        if self.etag.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DeleteAliasRequest", len)?;
        if !self.model_name.is_empty() {
            struct_ser.serialize_field("modelName", &self.model_name)?;
        }
        if !self.alias.is_empty() {
            struct_ser.serialize_field("alias", &self.alias)?;
        }
        if let Some(v) = self.etag.as_ref() {
            struct_ser.serialize_field("etag", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteAliasRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_name",
            "modelName",
            "alias",
            "etag",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelName,
            Alias,
            Etag,
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
                            "modelName" | "model_name" => Ok(GeneratedField::ModelName),
                            "alias" => Ok(GeneratedField::Alias),
                            "etag" => Ok(GeneratedField::Etag),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeleteAliasRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DeleteAliasRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteAliasRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_name__ = None;
                let mut alias__ = None;
                let mut etag__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelName"));
                            }
                            model_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Alias => {
                            if alias__.is_some() {
                                return Err(serde::de::Error::duplicate_field("alias"));
                            }
                            alias__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Etag => {
                            if etag__.is_some() {
                                return Err(serde::de::Error::duplicate_field("etag"));
                            }
                            etag__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeleteAliasRequest {
                    model_name: model_name__.unwrap_or_default(),
                    alias: alias__.unwrap_or_default(),
                    etag: etag__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DeleteAliasRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteAliasResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.consistency_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DeleteAliasResponse", len)?;
        if !self.consistency_token.is_empty() {
            struct_ser.serialize_field("consistencyToken", &self.consistency_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteAliasResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "consistency_token",
            "consistencyToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ConsistencyToken,
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
                            "consistencyToken" | "consistency_token" => Ok(GeneratedField::ConsistencyToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeleteAliasResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DeleteAliasResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteAliasResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut consistency_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ConsistencyToken => {
                            if consistency_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistencyToken"));
                            }
                            consistency_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeleteAliasResponse {
                    consistency_token: consistency_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DeleteAliasResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteModelVersionRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.r#ref.is_some() {
            len += 1;
        }
        if self.etag.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DeleteModelVersionRequest", len)?;
        if let Some(v) = self.r#ref.as_ref() {
            struct_ser.serialize_field("ref", v)?;
        }
        if let Some(v) = self.etag.as_ref() {
            struct_ser.serialize_field("etag", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteModelVersionRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ref",
            "etag",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Ref,
            Etag,
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
                            "ref" => Ok(GeneratedField::Ref),
                            "etag" => Ok(GeneratedField::Etag),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeleteModelVersionRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DeleteModelVersionRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteModelVersionRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut r#ref__ = None;
                let mut etag__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Ref => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ref"));
                            }
                            r#ref__ = map_.next_value()?;
                        }
                        GeneratedField::Etag => {
                            if etag__.is_some() {
                                return Err(serde::de::Error::duplicate_field("etag"));
                            }
                            etag__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeleteModelVersionRequest {
                    r#ref: r#ref__,
                    etag: etag__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DeleteModelVersionRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteModelVersionResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.consistency_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DeleteModelVersionResponse", len)?;
        if !self.consistency_token.is_empty() {
            struct_ser.serialize_field("consistencyToken", &self.consistency_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteModelVersionResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "consistency_token",
            "consistencyToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ConsistencyToken,
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
                            "consistencyToken" | "consistency_token" => Ok(GeneratedField::ConsistencyToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeleteModelVersionResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DeleteModelVersionResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteModelVersionResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut consistency_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ConsistencyToken => {
                            if consistency_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistencyToken"));
                            }
                            consistency_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeleteModelVersionResponse {
                    consistency_token: consistency_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DeleteModelVersionResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteTagRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.r#ref.is_some() {
            len += 1;
        }
        if !self.key.is_empty() {
            len += 1;
        }
        if self.etag.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DeleteTagRequest", len)?;
        if let Some(v) = self.r#ref.as_ref() {
            struct_ser.serialize_field("ref", v)?;
        }
        if !self.key.is_empty() {
            struct_ser.serialize_field("key", &self.key)?;
        }
        if let Some(v) = self.etag.as_ref() {
            struct_ser.serialize_field("etag", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteTagRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ref",
            "key",
            "etag",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Ref,
            Key,
            Etag,
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
                            "ref" => Ok(GeneratedField::Ref),
                            "key" => Ok(GeneratedField::Key),
                            "etag" => Ok(GeneratedField::Etag),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeleteTagRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DeleteTagRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteTagRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut r#ref__ = None;
                let mut key__ = None;
                let mut etag__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Ref => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ref"));
                            }
                            r#ref__ = map_.next_value()?;
                        }
                        GeneratedField::Key => {
                            if key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("key"));
                            }
                            key__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Etag => {
                            if etag__.is_some() {
                                return Err(serde::de::Error::duplicate_field("etag"));
                            }
                            etag__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeleteTagRequest {
                    r#ref: r#ref__,
                    key: key__.unwrap_or_default(),
                    etag: etag__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DeleteTagRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteTagResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.version.is_some() {
            len += 1;
        }
        if !self.consistency_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DeleteTagResponse", len)?;
        if let Some(v) = self.version.as_ref() {
            struct_ser.serialize_field("version", v)?;
        }
        if !self.consistency_token.is_empty() {
            struct_ser.serialize_field("consistencyToken", &self.consistency_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteTagResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "version",
            "consistency_token",
            "consistencyToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Version,
            ConsistencyToken,
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
                            "version" => Ok(GeneratedField::Version),
                            "consistencyToken" | "consistency_token" => Ok(GeneratedField::ConsistencyToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeleteTagResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DeleteTagResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteTagResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut version__ = None;
                let mut consistency_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = map_.next_value()?;
                        }
                        GeneratedField::ConsistencyToken => {
                            if consistency_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistencyToken"));
                            }
                            consistency_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeleteTagResponse {
                    version: version__,
                    consistency_token: consistency_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DeleteTagResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteUploadRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.upload_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DeleteUploadRequest", len)?;
        if !self.upload_id.is_empty() {
            struct_ser.serialize_field("uploadId", &self.upload_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteUploadRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "upload_id",
            "uploadId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            UploadId,
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
                            "uploadId" | "upload_id" => Ok(GeneratedField::UploadId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeleteUploadRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DeleteUploadRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteUploadRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut upload_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::UploadId => {
                            if upload_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("uploadId"));
                            }
                            upload_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeleteUploadRequest {
                    upload_id: upload_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DeleteUploadRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteUploadResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("modelwire.registry.v1.DeleteUploadResponse", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteUploadResponse {
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
            type Value = DeleteUploadResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DeleteUploadResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteUploadResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(DeleteUploadResponse {
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DeleteUploadResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DownloadFile {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if self.size_bytes != 0. {
            len += 1;
        }
        if self.sha256.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DownloadFile", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if self.size_bytes != 0. {
            struct_ser.serialize_field("sizeBytes", &self.size_bytes)?;
        }
        if let Some(v) = self.sha256.as_ref() {
            struct_ser.serialize_field("sha256", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DownloadFile {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "size_bytes",
            "sizeBytes",
            "sha256",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            SizeBytes,
            Sha256,
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
                            "path" => Ok(GeneratedField::Path),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            "sha256" => Ok(GeneratedField::Sha256),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DownloadFile;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DownloadFile")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DownloadFile, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut size_bytes__ = None;
                let mut sha256__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Sha256 => {
                            if sha256__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sha256"));
                            }
                            sha256__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DownloadFile {
                    path: path__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                    sha256: sha256__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DownloadFile", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DownloadFileEnd {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.file.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DownloadFileEnd", len)?;
        if let Some(v) = self.file.as_ref() {
            struct_ser.serialize_field("file", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DownloadFileEnd {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "file",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            File,
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
                            "file" => Ok(GeneratedField::File),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DownloadFileEnd;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DownloadFileEnd")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DownloadFileEnd, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut file__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::File => {
                            if file__.is_some() {
                                return Err(serde::de::Error::duplicate_field("file"));
                            }
                            file__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DownloadFileEnd {
                    file: file__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DownloadFileEnd", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DownloadPackageRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.r#ref.is_some() {
            len += 1;
        }
        if !self.paths.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DownloadPackageRequest", len)?;
        if let Some(v) = self.r#ref.as_ref() {
            struct_ser.serialize_field("ref", v)?;
        }
        if !self.paths.is_empty() {
            struct_ser.serialize_field("paths", &self.paths)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DownloadPackageRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ref",
            "paths",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Ref,
            Paths,
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
                            "ref" => Ok(GeneratedField::Ref),
                            "paths" => Ok(GeneratedField::Paths),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DownloadPackageRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DownloadPackageRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DownloadPackageRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut r#ref__ = None;
                let mut paths__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Ref => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ref"));
                            }
                            r#ref__ = map_.next_value()?;
                        }
                        GeneratedField::Paths => {
                            if paths__.is_some() {
                                return Err(serde::de::Error::duplicate_field("paths"));
                            }
                            paths__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DownloadPackageRequest {
                    r#ref: r#ref__,
                    paths: paths__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DownloadPackageRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DownloadPackageResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.part.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DownloadPackageResponse", len)?;
        if let Some(v) = self.part.as_ref() {
            match v {
                download_package_response::Part::Start(v) => {
                    struct_ser.serialize_field("start", v)?;
                }
                download_package_response::Part::File(v) => {
                    struct_ser.serialize_field("file", v)?;
                }
                download_package_response::Part::Chunk(v) => {
                    #[allow(clippy::needless_borrow)]
                    #[allow(clippy::needless_borrows_for_generic_args)]
                    struct_ser.serialize_field("chunk", pbjson::private::base64::encode(&v).as_str())?;
                }
                download_package_response::Part::FileEnd(v) => {
                    struct_ser.serialize_field("fileEnd", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DownloadPackageResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "start",
            "file",
            "chunk",
            "file_end",
            "fileEnd",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Start,
            File,
            Chunk,
            FileEnd,
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
                            "start" => Ok(GeneratedField::Start),
                            "file" => Ok(GeneratedField::File),
                            "chunk" => Ok(GeneratedField::Chunk),
                            "fileEnd" | "file_end" => Ok(GeneratedField::FileEnd),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DownloadPackageResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DownloadPackageResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DownloadPackageResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut part__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Start => {
                            if part__.is_some() {
                                return Err(serde::de::Error::duplicate_field("start"));
                            }
                            part__ = map_.next_value::<::std::option::Option<_>>()?.map(download_package_response::Part::Start)
;
                        }
                        GeneratedField::File => {
                            if part__.is_some() {
                                return Err(serde::de::Error::duplicate_field("file"));
                            }
                            part__ = map_.next_value::<::std::option::Option<_>>()?.map(download_package_response::Part::File)
;
                        }
                        GeneratedField::Chunk => {
                            if part__.is_some() {
                                return Err(serde::de::Error::duplicate_field("chunk"));
                            }
                            part__ = map_.next_value::<::std::option::Option<::pbjson::private::BytesDeserialize<_>>>()?.map(|x| download_package_response::Part::Chunk(x.0));
                        }
                        GeneratedField::FileEnd => {
                            if part__.is_some() {
                                return Err(serde::de::Error::duplicate_field("fileEnd"));
                            }
                            part__ = map_.next_value::<::std::option::Option<_>>()?.map(download_package_response::Part::FileEnd)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DownloadPackageResponse {
                    part: part__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DownloadPackageResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DownloadStart {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.model_id.is_empty() {
            len += 1;
        }
        if !self.model_uuid.is_empty() {
            len += 1;
        }
        if !self.files.is_empty() {
            len += 1;
        }
        if self.package_digest.is_some() {
            len += 1;
        }
        if self.signature_bundle.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.DownloadStart", len)?;
        if !self.model_id.is_empty() {
            struct_ser.serialize_field("modelId", &self.model_id)?;
        }
        if !self.model_uuid.is_empty() {
            struct_ser.serialize_field("modelUuid", &self.model_uuid)?;
        }
        if !self.files.is_empty() {
            struct_ser.serialize_field("files", &self.files)?;
        }
        if let Some(v) = self.package_digest.as_ref() {
            struct_ser.serialize_field("packageDigest", v)?;
        }
        if let Some(v) = self.signature_bundle.as_ref() {
            struct_ser.serialize_field("signatureBundle", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DownloadStart {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_id",
            "modelId",
            "model_uuid",
            "modelUuid",
            "files",
            "package_digest",
            "packageDigest",
            "signature_bundle",
            "signatureBundle",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelId,
            ModelUuid,
            Files,
            PackageDigest,
            SignatureBundle,
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
                            "modelId" | "model_id" => Ok(GeneratedField::ModelId),
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "files" => Ok(GeneratedField::Files),
                            "packageDigest" | "package_digest" => Ok(GeneratedField::PackageDigest),
                            "signatureBundle" | "signature_bundle" => Ok(GeneratedField::SignatureBundle),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DownloadStart;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.DownloadStart")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DownloadStart, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_id__ = None;
                let mut model_uuid__ = None;
                let mut files__ = None;
                let mut package_digest__ = None;
                let mut signature_bundle__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelId => {
                            if model_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelId"));
                            }
                            model_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Files => {
                            if files__.is_some() {
                                return Err(serde::de::Error::duplicate_field("files"));
                            }
                            files__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PackageDigest => {
                            if package_digest__.is_some() {
                                return Err(serde::de::Error::duplicate_field("packageDigest"));
                            }
                            package_digest__ = map_.next_value()?;
                        }
                        GeneratedField::SignatureBundle => {
                            if signature_bundle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signatureBundle"));
                            }
                            signature_bundle__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DownloadStart {
                    model_id: model_id__.unwrap_or_default(),
                    model_uuid: model_uuid__.unwrap_or_default(),
                    files: files__.unwrap_or_default(),
                    package_digest: package_digest__,
                    signature_bundle: signature_bundle__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.DownloadStart", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ErrorReason {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "ERROR_REASON_UNSPECIFIED",
            Self::InvalidField => "ERROR_REASON_INVALID_FIELD",
            Self::RequestIdReused => "ERROR_REASON_REQUEST_ID_REUSED",
            Self::RegistrationInProgress => "ERROR_REASON_REGISTRATION_IN_PROGRESS",
            Self::ModelNotFound => "ERROR_REASON_MODEL_NOT_FOUND",
            Self::SourceNotFound => "ERROR_REASON_SOURCE_NOT_FOUND",
            Self::SourceNotRegistrable => "ERROR_REASON_SOURCE_NOT_REGISTRABLE",
            Self::MlflowUnavailable => "ERROR_REASON_MLFLOW_UNAVAILABLE",
            Self::MlflowUnexpectedAnswer => "ERROR_REASON_MLFLOW_UNEXPECTED_ANSWER",
            Self::MlflowRefused => "ERROR_REASON_MLFLOW_REFUSED",
            Self::MlflowCredentials => "ERROR_REASON_MLFLOW_CREDENTIALS",
            Self::EndpointNotFound => "ERROR_REASON_ENDPOINT_NOT_FOUND",
            Self::MessageTooLarge => "ERROR_REASON_MESSAGE_TOO_LARGE",
            Self::DatabaseUnavailable => "ERROR_REASON_DATABASE_UNAVAILABLE",
            Self::CallEnded => "ERROR_REASON_CALL_ENDED",
            Self::Internal => "ERROR_REASON_INTERNAL",
            Self::BaselineNotFound => "ERROR_REASON_BASELINE_NOT_FOUND",
            Self::SignatureIncompatible => "ERROR_REASON_SIGNATURE_INCOMPATIBLE",
            Self::UploadNotFound => "ERROR_REASON_UPLOAD_NOT_FOUND",
            Self::UploadNotOpen => "ERROR_REASON_UPLOAD_NOT_OPEN",
            Self::UploadIncomplete => "ERROR_REASON_UPLOAD_INCOMPLETE",
            Self::DigestMismatch => "ERROR_REASON_DIGEST_MISMATCH",
            Self::PackageSignatureInvalid => "ERROR_REASON_PACKAGE_SIGNATURE_INVALID",
            Self::ShuttingDown => "ERROR_REASON_SHUTTING_DOWN",
            Self::IndexIncomplete => "ERROR_REASON_INDEX_INCOMPLETE",
            Self::EtagMismatch => "ERROR_REASON_ETAG_MISMATCH",
            Self::ModelBusy => "ERROR_REASON_MODEL_BUSY",
            Self::CursorExpired => "ERROR_REASON_CURSOR_EXPIRED",
            Self::EventNotFound => "ERROR_REASON_EVENT_NOT_FOUND",
            Self::DeliveryNotFound => "ERROR_REASON_DELIVERY_NOT_FOUND",
            Self::DeliverySkipped => "ERROR_REASON_DELIVERY_SKIPPED",
            Self::SecretKeyMissing => "ERROR_REASON_SECRET_KEY_MISSING",
            Self::DeliveryInProgress => "ERROR_REASON_DELIVERY_IN_PROGRESS",
            Self::TooManySecrets => "ERROR_REASON_TOO_MANY_SECRETS",
            Self::MalformedMessage => "ERROR_REASON_MALFORMED_MESSAGE",
            Self::CredentialsMissing => "ERROR_REASON_CREDENTIALS_MISSING",
            Self::CredentialsInvalid => "ERROR_REASON_CREDENTIALS_INVALID",
            Self::ScopeMissing => "ERROR_REASON_SCOPE_MISSING",
            Self::ModelNotPermitted => "ERROR_REASON_MODEL_NOT_PERMITTED",
            Self::ApiKeyNotFound => "ERROR_REASON_API_KEY_NOT_FOUND",
            Self::ApiKeyRevoked => "ERROR_REASON_API_KEY_REVOKED",
            Self::IdentityProviderUnavailable => "ERROR_REASON_IDENTITY_PROVIDER_UNAVAILABLE",
            Self::ServerBusy => "ERROR_REASON_SERVER_BUSY",
            Self::CallerTooSlow => "ERROR_REASON_CALLER_TOO_SLOW",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for ErrorReason {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ERROR_REASON_UNSPECIFIED",
            "ERROR_REASON_INVALID_FIELD",
            "ERROR_REASON_REQUEST_ID_REUSED",
            "ERROR_REASON_REGISTRATION_IN_PROGRESS",
            "ERROR_REASON_MODEL_NOT_FOUND",
            "ERROR_REASON_SOURCE_NOT_FOUND",
            "ERROR_REASON_SOURCE_NOT_REGISTRABLE",
            "ERROR_REASON_MLFLOW_UNAVAILABLE",
            "ERROR_REASON_MLFLOW_UNEXPECTED_ANSWER",
            "ERROR_REASON_MLFLOW_REFUSED",
            "ERROR_REASON_MLFLOW_CREDENTIALS",
            "ERROR_REASON_ENDPOINT_NOT_FOUND",
            "ERROR_REASON_MESSAGE_TOO_LARGE",
            "ERROR_REASON_DATABASE_UNAVAILABLE",
            "ERROR_REASON_CALL_ENDED",
            "ERROR_REASON_INTERNAL",
            "ERROR_REASON_BASELINE_NOT_FOUND",
            "ERROR_REASON_SIGNATURE_INCOMPATIBLE",
            "ERROR_REASON_UPLOAD_NOT_FOUND",
            "ERROR_REASON_UPLOAD_NOT_OPEN",
            "ERROR_REASON_UPLOAD_INCOMPLETE",
            "ERROR_REASON_DIGEST_MISMATCH",
            "ERROR_REASON_PACKAGE_SIGNATURE_INVALID",
            "ERROR_REASON_SHUTTING_DOWN",
            "ERROR_REASON_INDEX_INCOMPLETE",
            "ERROR_REASON_ETAG_MISMATCH",
            "ERROR_REASON_MODEL_BUSY",
            "ERROR_REASON_CURSOR_EXPIRED",
            "ERROR_REASON_EVENT_NOT_FOUND",
            "ERROR_REASON_DELIVERY_NOT_FOUND",
            "ERROR_REASON_DELIVERY_SKIPPED",
            "ERROR_REASON_SECRET_KEY_MISSING",
            "ERROR_REASON_DELIVERY_IN_PROGRESS",
            "ERROR_REASON_TOO_MANY_SECRETS",
            "ERROR_REASON_MALFORMED_MESSAGE",
            "ERROR_REASON_CREDENTIALS_MISSING",
            "ERROR_REASON_CREDENTIALS_INVALID",
            "ERROR_REASON_SCOPE_MISSING",
            "ERROR_REASON_MODEL_NOT_PERMITTED",
            "ERROR_REASON_API_KEY_NOT_FOUND",
            "ERROR_REASON_API_KEY_REVOKED",
            "ERROR_REASON_IDENTITY_PROVIDER_UNAVAILABLE",
            "ERROR_REASON_SERVER_BUSY",
            "ERROR_REASON_CALLER_TOO_SLOW",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = ErrorReason;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(ErrorReason::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(ErrorReason::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "ERROR_REASON_UNSPECIFIED" => Ok(ErrorReason::Unspecified),
                    "ERROR_REASON_INVALID_FIELD" => Ok(ErrorReason::InvalidField),
                    "ERROR_REASON_REQUEST_ID_REUSED" => Ok(ErrorReason::RequestIdReused),
                    "ERROR_REASON_REGISTRATION_IN_PROGRESS" => Ok(ErrorReason::RegistrationInProgress),
                    "ERROR_REASON_MODEL_NOT_FOUND" => Ok(ErrorReason::ModelNotFound),
                    "ERROR_REASON_SOURCE_NOT_FOUND" => Ok(ErrorReason::SourceNotFound),
                    "ERROR_REASON_SOURCE_NOT_REGISTRABLE" => Ok(ErrorReason::SourceNotRegistrable),
                    "ERROR_REASON_MLFLOW_UNAVAILABLE" => Ok(ErrorReason::MlflowUnavailable),
                    "ERROR_REASON_MLFLOW_UNEXPECTED_ANSWER" => Ok(ErrorReason::MlflowUnexpectedAnswer),
                    "ERROR_REASON_MLFLOW_REFUSED" => Ok(ErrorReason::MlflowRefused),
                    "ERROR_REASON_MLFLOW_CREDENTIALS" => Ok(ErrorReason::MlflowCredentials),
                    "ERROR_REASON_ENDPOINT_NOT_FOUND" => Ok(ErrorReason::EndpointNotFound),
                    "ERROR_REASON_MESSAGE_TOO_LARGE" => Ok(ErrorReason::MessageTooLarge),
                    "ERROR_REASON_DATABASE_UNAVAILABLE" => Ok(ErrorReason::DatabaseUnavailable),
                    "ERROR_REASON_CALL_ENDED" => Ok(ErrorReason::CallEnded),
                    "ERROR_REASON_INTERNAL" => Ok(ErrorReason::Internal),
                    "ERROR_REASON_BASELINE_NOT_FOUND" => Ok(ErrorReason::BaselineNotFound),
                    "ERROR_REASON_SIGNATURE_INCOMPATIBLE" => Ok(ErrorReason::SignatureIncompatible),
                    "ERROR_REASON_UPLOAD_NOT_FOUND" => Ok(ErrorReason::UploadNotFound),
                    "ERROR_REASON_UPLOAD_NOT_OPEN" => Ok(ErrorReason::UploadNotOpen),
                    "ERROR_REASON_UPLOAD_INCOMPLETE" => Ok(ErrorReason::UploadIncomplete),
                    "ERROR_REASON_DIGEST_MISMATCH" => Ok(ErrorReason::DigestMismatch),
                    "ERROR_REASON_PACKAGE_SIGNATURE_INVALID" => Ok(ErrorReason::PackageSignatureInvalid),
                    "ERROR_REASON_SHUTTING_DOWN" => Ok(ErrorReason::ShuttingDown),
                    "ERROR_REASON_INDEX_INCOMPLETE" => Ok(ErrorReason::IndexIncomplete),
                    "ERROR_REASON_ETAG_MISMATCH" => Ok(ErrorReason::EtagMismatch),
                    "ERROR_REASON_MODEL_BUSY" => Ok(ErrorReason::ModelBusy),
                    "ERROR_REASON_CURSOR_EXPIRED" => Ok(ErrorReason::CursorExpired),
                    "ERROR_REASON_EVENT_NOT_FOUND" => Ok(ErrorReason::EventNotFound),
                    "ERROR_REASON_DELIVERY_NOT_FOUND" => Ok(ErrorReason::DeliveryNotFound),
                    "ERROR_REASON_DELIVERY_SKIPPED" => Ok(ErrorReason::DeliverySkipped),
                    "ERROR_REASON_SECRET_KEY_MISSING" => Ok(ErrorReason::SecretKeyMissing),
                    "ERROR_REASON_DELIVERY_IN_PROGRESS" => Ok(ErrorReason::DeliveryInProgress),
                    "ERROR_REASON_TOO_MANY_SECRETS" => Ok(ErrorReason::TooManySecrets),
                    "ERROR_REASON_MALFORMED_MESSAGE" => Ok(ErrorReason::MalformedMessage),
                    "ERROR_REASON_CREDENTIALS_MISSING" => Ok(ErrorReason::CredentialsMissing),
                    "ERROR_REASON_CREDENTIALS_INVALID" => Ok(ErrorReason::CredentialsInvalid),
                    "ERROR_REASON_SCOPE_MISSING" => Ok(ErrorReason::ScopeMissing),
                    "ERROR_REASON_MODEL_NOT_PERMITTED" => Ok(ErrorReason::ModelNotPermitted),
                    "ERROR_REASON_API_KEY_NOT_FOUND" => Ok(ErrorReason::ApiKeyNotFound),
                    "ERROR_REASON_API_KEY_REVOKED" => Ok(ErrorReason::ApiKeyRevoked),
                    "ERROR_REASON_IDENTITY_PROVIDER_UNAVAILABLE" => Ok(ErrorReason::IdentityProviderUnavailable),
                    "ERROR_REASON_SERVER_BUSY" => Ok(ErrorReason::ServerBusy),
                    "ERROR_REASON_CALLER_TOO_SLOW" => Ok(ErrorReason::CallerTooSlow),
                    _ => Ok(ErrorReason::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Example {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.kind.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Example", len)?;
        if let Some(v) = self.kind.as_ref() {
            match v {
                example::Kind::Json(v) => {
                    struct_ser.serialize_field("json", v)?;
                }
                example::Kind::Table(v) => {
                    struct_ser.serialize_field("table", v)?;
                }
                example::Kind::Array(v) => {
                    struct_ser.serialize_field("array", v)?;
                }
                example::Kind::Arrays(v) => {
                    struct_ser.serialize_field("arrays", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Example {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "json",
            "table",
            "array",
            "arrays",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Json,
            Table,
            Array,
            Arrays,
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
                            "json" => Ok(GeneratedField::Json),
                            "table" => Ok(GeneratedField::Table),
                            "array" => Ok(GeneratedField::Array),
                            "arrays" => Ok(GeneratedField::Arrays),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Example;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Example")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Example, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Json => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("json"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(example::Kind::Json);
                        }
                        GeneratedField::Table => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("table"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(example::Kind::Table)
;
                        }
                        GeneratedField::Array => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("array"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(example::Kind::Array)
;
                        }
                        GeneratedField::Arrays => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("arrays"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(example::Kind::Arrays)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Example {
                    kind: kind__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Example", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExampleArray {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.dtype.is_empty() {
            len += 1;
        }
        if !self.shape.is_empty() {
            len += 1;
        }
        if !self.data.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ExampleArray", len)?;
        if !self.dtype.is_empty() {
            struct_ser.serialize_field("dtype", &self.dtype)?;
        }
        if !self.shape.is_empty() {
            struct_ser.serialize_field("shape", &self.shape)?;
        }
        if !self.data.is_empty() {
            struct_ser.serialize_field("data", &self.data)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExampleArray {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "dtype",
            "shape",
            "data",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Dtype,
            Shape,
            Data,
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
                            "dtype" => Ok(GeneratedField::Dtype),
                            "shape" => Ok(GeneratedField::Shape),
                            "data" => Ok(GeneratedField::Data),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExampleArray;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ExampleArray")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExampleArray, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut dtype__ = None;
                let mut shape__ = None;
                let mut data__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Dtype => {
                            if dtype__.is_some() {
                                return Err(serde::de::Error::duplicate_field("dtype"));
                            }
                            dtype__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Shape => {
                            if shape__.is_some() {
                                return Err(serde::de::Error::duplicate_field("shape"));
                            }
                            shape__ = 
                                Some(map_.next_value::<Vec<::pbjson::private::NumberDeserialize<_>>>()?
                                    .into_iter().map(|x| x.0).collect())
                            ;
                        }
                        GeneratedField::Data => {
                            if data__.is_some() {
                                return Err(serde::de::Error::duplicate_field("data"));
                            }
                            data__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ExampleArray {
                    dtype: dtype__.unwrap_or_default(),
                    shape: shape__.unwrap_or_default(),
                    data: data__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ExampleArray", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExampleArrays {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.arrays.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ExampleArrays", len)?;
        if !self.arrays.is_empty() {
            struct_ser.serialize_field("arrays", &self.arrays)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExampleArrays {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "arrays",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Arrays,
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
                            "arrays" => Ok(GeneratedField::Arrays),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExampleArrays;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ExampleArrays")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExampleArrays, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut arrays__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Arrays => {
                            if arrays__.is_some() {
                                return Err(serde::de::Error::duplicate_field("arrays"));
                            }
                            arrays__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ExampleArrays {
                    arrays: arrays__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ExampleArrays", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExampleColumn {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.name.is_some() {
            len += 1;
        }
        if !self.dtype.is_empty() {
            len += 1;
        }
        if !self.values.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ExampleColumn", len)?;
        if let Some(v) = self.name.as_ref() {
            struct_ser.serialize_field("name", v)?;
        }
        if !self.dtype.is_empty() {
            struct_ser.serialize_field("dtype", &self.dtype)?;
        }
        if !self.values.is_empty() {
            struct_ser.serialize_field("values", &self.values)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExampleColumn {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "dtype",
            "values",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Dtype,
            Values,
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
                            "name" => Ok(GeneratedField::Name),
                            "dtype" => Ok(GeneratedField::Dtype),
                            "values" => Ok(GeneratedField::Values),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExampleColumn;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ExampleColumn")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExampleColumn, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut dtype__ = None;
                let mut values__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = map_.next_value()?;
                        }
                        GeneratedField::Dtype => {
                            if dtype__.is_some() {
                                return Err(serde::de::Error::duplicate_field("dtype"));
                            }
                            dtype__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Values => {
                            if values__.is_some() {
                                return Err(serde::de::Error::duplicate_field("values"));
                            }
                            values__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ExampleColumn {
                    name: name__,
                    dtype: dtype__.unwrap_or_default(),
                    values: values__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ExampleColumn", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExampleTable {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.columns.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ExampleTable", len)?;
        if !self.columns.is_empty() {
            struct_ser.serialize_field("columns", &self.columns)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExampleTable {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "columns",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Columns,
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
                            "columns" => Ok(GeneratedField::Columns),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExampleTable;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ExampleTable")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExampleTable, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut columns__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Columns => {
                            if columns__.is_some() {
                                return Err(serde::de::Error::duplicate_field("columns"));
                            }
                            columns__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ExampleTable {
                    columns: columns__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ExampleTable", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for FullConsistency {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("modelwire.registry.v1.FullConsistency", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for FullConsistency {
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
            type Value = FullConsistency;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.FullConsistency")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<FullConsistency, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(FullConsistency {
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.FullConsistency", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetIndexStatusRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("modelwire.registry.v1.GetIndexStatusRequest", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetIndexStatusRequest {
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
            type Value = GetIndexStatusRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.GetIndexStatusRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetIndexStatusRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(GetIndexStatusRequest {
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.GetIndexStatusRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetIndexStatusResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.state != 0 {
            len += 1;
        }
        if self.model_count != 0 {
            len += 1;
        }
        if self.version_count != 0 {
            len += 1;
        }
        if self.unread_version_count != 0 {
            len += 1;
        }
        if self.as_of.is_some() {
            len += 1;
        }
        if self.last_error.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.GetIndexStatusResponse", len)?;
        if self.state != 0 {
            let v = IndexState::try_from(self.state)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.state)))?;
            struct_ser.serialize_field("state", &v)?;
        }
        if self.model_count != 0 {
            struct_ser.serialize_field("modelCount", &self.model_count)?;
        }
        if self.version_count != 0 {
            struct_ser.serialize_field("versionCount", &self.version_count)?;
        }
        if self.unread_version_count != 0 {
            struct_ser.serialize_field("unreadVersionCount", &self.unread_version_count)?;
        }
        if let Some(v) = self.as_of.as_ref() {
            struct_ser.serialize_field("asOf", v)?;
        }
        if let Some(v) = self.last_error.as_ref() {
            struct_ser.serialize_field("lastError", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetIndexStatusResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "state",
            "model_count",
            "modelCount",
            "version_count",
            "versionCount",
            "unread_version_count",
            "unreadVersionCount",
            "as_of",
            "asOf",
            "last_error",
            "lastError",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            State,
            ModelCount,
            VersionCount,
            UnreadVersionCount,
            AsOf,
            LastError,
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
                            "state" => Ok(GeneratedField::State),
                            "modelCount" | "model_count" => Ok(GeneratedField::ModelCount),
                            "versionCount" | "version_count" => Ok(GeneratedField::VersionCount),
                            "unreadVersionCount" | "unread_version_count" => Ok(GeneratedField::UnreadVersionCount),
                            "asOf" | "as_of" => Ok(GeneratedField::AsOf),
                            "lastError" | "last_error" => Ok(GeneratedField::LastError),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetIndexStatusResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.GetIndexStatusResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetIndexStatusResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut state__ = None;
                let mut model_count__ = None;
                let mut version_count__ = None;
                let mut unread_version_count__ = None;
                let mut as_of__ = None;
                let mut last_error__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::State => {
                            if state__.is_some() {
                                return Err(serde::de::Error::duplicate_field("state"));
                            }
                            state__ = Some(map_.next_value::<IndexState>()? as i32);
                        }
                        GeneratedField::ModelCount => {
                            if model_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelCount"));
                            }
                            model_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::VersionCount => {
                            if version_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("versionCount"));
                            }
                            version_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::UnreadVersionCount => {
                            if unread_version_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unreadVersionCount"));
                            }
                            unread_version_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::AsOf => {
                            if as_of__.is_some() {
                                return Err(serde::de::Error::duplicate_field("asOf"));
                            }
                            as_of__ = map_.next_value()?;
                        }
                        GeneratedField::LastError => {
                            if last_error__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastError"));
                            }
                            last_error__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetIndexStatusResponse {
                    state: state__.unwrap_or_default(),
                    model_count: model_count__.unwrap_or_default(),
                    version_count: version_count__.unwrap_or_default(),
                    unread_version_count: unread_version_count__.unwrap_or_default(),
                    as_of: as_of__,
                    last_error: last_error__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.GetIndexStatusResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetLineageRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.r#ref.is_some() {
            len += 1;
        }
        if self.consistency.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.GetLineageRequest", len)?;
        if let Some(v) = self.r#ref.as_ref() {
            struct_ser.serialize_field("ref", v)?;
        }
        if let Some(v) = self.consistency.as_ref() {
            struct_ser.serialize_field("consistency", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetLineageRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ref",
            "consistency",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Ref,
            Consistency,
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
                            "ref" => Ok(GeneratedField::Ref),
                            "consistency" => Ok(GeneratedField::Consistency),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetLineageRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.GetLineageRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetLineageRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut r#ref__ = None;
                let mut consistency__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Ref => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ref"));
                            }
                            r#ref__ = map_.next_value()?;
                        }
                        GeneratedField::Consistency => {
                            if consistency__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistency"));
                            }
                            consistency__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetLineageRequest {
                    r#ref: r#ref__,
                    consistency: consistency__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.GetLineageRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetLineageResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.nodes.is_empty() {
            len += 1;
        }
        if self.left_out != 0 {
            len += 1;
        }
        if self.as_of.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.GetLineageResponse", len)?;
        if !self.nodes.is_empty() {
            struct_ser.serialize_field("nodes", &self.nodes)?;
        }
        if self.left_out != 0 {
            struct_ser.serialize_field("leftOut", &self.left_out)?;
        }
        if let Some(v) = self.as_of.as_ref() {
            struct_ser.serialize_field("asOf", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetLineageResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "nodes",
            "left_out",
            "leftOut",
            "as_of",
            "asOf",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Nodes,
            LeftOut,
            AsOf,
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
                            "nodes" => Ok(GeneratedField::Nodes),
                            "leftOut" | "left_out" => Ok(GeneratedField::LeftOut),
                            "asOf" | "as_of" => Ok(GeneratedField::AsOf),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetLineageResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.GetLineageResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetLineageResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut nodes__ = None;
                let mut left_out__ = None;
                let mut as_of__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Nodes => {
                            if nodes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nodes"));
                            }
                            nodes__ = Some(map_.next_value()?);
                        }
                        GeneratedField::LeftOut => {
                            if left_out__.is_some() {
                                return Err(serde::de::Error::duplicate_field("leftOut"));
                            }
                            left_out__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::AsOf => {
                            if as_of__.is_some() {
                                return Err(serde::de::Error::duplicate_field("asOf"));
                            }
                            as_of__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetLineageResponse {
                    nodes: nodes__.unwrap_or_default(),
                    left_out: left_out__.unwrap_or_default(),
                    as_of: as_of__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.GetLineageResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetModelByUuidRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.model_uuid.is_empty() {
            len += 1;
        }
        if self.consistency.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.GetModelByUuidRequest", len)?;
        if !self.model_uuid.is_empty() {
            struct_ser.serialize_field("modelUuid", &self.model_uuid)?;
        }
        if let Some(v) = self.consistency.as_ref() {
            struct_ser.serialize_field("consistency", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetModelByUuidRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_uuid",
            "modelUuid",
            "consistency",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelUuid,
            Consistency,
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
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "consistency" => Ok(GeneratedField::Consistency),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetModelByUuidRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.GetModelByUuidRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetModelByUuidRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_uuid__ = None;
                let mut consistency__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Consistency => {
                            if consistency__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistency"));
                            }
                            consistency__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetModelByUuidRequest {
                    model_uuid: model_uuid__.unwrap_or_default(),
                    consistency: consistency__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.GetModelByUuidRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetModelByUuidResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.registration.is_some() {
            len += 1;
        }
        if self.as_of.is_some() {
            len += 1;
        }
        if !self.etag.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.GetModelByUuidResponse", len)?;
        if let Some(v) = self.registration.as_ref() {
            struct_ser.serialize_field("registration", v)?;
        }
        if let Some(v) = self.as_of.as_ref() {
            struct_ser.serialize_field("asOf", v)?;
        }
        if !self.etag.is_empty() {
            struct_ser.serialize_field("etag", &self.etag)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetModelByUuidResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "registration",
            "as_of",
            "asOf",
            "etag",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Registration,
            AsOf,
            Etag,
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
                            "registration" => Ok(GeneratedField::Registration),
                            "asOf" | "as_of" => Ok(GeneratedField::AsOf),
                            "etag" => Ok(GeneratedField::Etag),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetModelByUuidResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.GetModelByUuidResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetModelByUuidResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut registration__ = None;
                let mut as_of__ = None;
                let mut etag__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Registration => {
                            if registration__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registration"));
                            }
                            registration__ = map_.next_value()?;
                        }
                        GeneratedField::AsOf => {
                            if as_of__.is_some() {
                                return Err(serde::de::Error::duplicate_field("asOf"));
                            }
                            as_of__ = map_.next_value()?;
                        }
                        GeneratedField::Etag => {
                            if etag__.is_some() {
                                return Err(serde::de::Error::duplicate_field("etag"));
                            }
                            etag__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetModelByUuidResponse {
                    registration: registration__,
                    as_of: as_of__,
                    etag: etag__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.GetModelByUuidResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetModelVersionRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.r#ref.is_some() {
            len += 1;
        }
        if self.consistency.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.GetModelVersionRequest", len)?;
        if let Some(v) = self.r#ref.as_ref() {
            struct_ser.serialize_field("ref", v)?;
        }
        if let Some(v) = self.consistency.as_ref() {
            struct_ser.serialize_field("consistency", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetModelVersionRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ref",
            "consistency",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Ref,
            Consistency,
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
                            "ref" => Ok(GeneratedField::Ref),
                            "consistency" => Ok(GeneratedField::Consistency),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetModelVersionRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.GetModelVersionRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetModelVersionRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut r#ref__ = None;
                let mut consistency__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Ref => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ref"));
                            }
                            r#ref__ = map_.next_value()?;
                        }
                        GeneratedField::Consistency => {
                            if consistency__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistency"));
                            }
                            consistency__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetModelVersionRequest {
                    r#ref: r#ref__,
                    consistency: consistency__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.GetModelVersionRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetModelVersionResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.registration.is_some() {
            len += 1;
        }
        if self.as_of.is_some() {
            len += 1;
        }
        if !self.etag.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.GetModelVersionResponse", len)?;
        if let Some(v) = self.registration.as_ref() {
            struct_ser.serialize_field("registration", v)?;
        }
        if let Some(v) = self.as_of.as_ref() {
            struct_ser.serialize_field("asOf", v)?;
        }
        if !self.etag.is_empty() {
            struct_ser.serialize_field("etag", &self.etag)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetModelVersionResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "registration",
            "as_of",
            "asOf",
            "etag",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Registration,
            AsOf,
            Etag,
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
                            "registration" => Ok(GeneratedField::Registration),
                            "asOf" | "as_of" => Ok(GeneratedField::AsOf),
                            "etag" => Ok(GeneratedField::Etag),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetModelVersionResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.GetModelVersionResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetModelVersionResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut registration__ = None;
                let mut as_of__ = None;
                let mut etag__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Registration => {
                            if registration__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registration"));
                            }
                            registration__ = map_.next_value()?;
                        }
                        GeneratedField::AsOf => {
                            if as_of__.is_some() {
                                return Err(serde::de::Error::duplicate_field("asOf"));
                            }
                            as_of__ = map_.next_value()?;
                        }
                        GeneratedField::Etag => {
                            if etag__.is_some() {
                                return Err(serde::de::Error::duplicate_field("etag"));
                            }
                            etag__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetModelVersionResponse {
                    registration: registration__,
                    as_of: as_of__,
                    etag: etag__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.GetModelVersionResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetUploadRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.upload_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.GetUploadRequest", len)?;
        if !self.upload_id.is_empty() {
            struct_ser.serialize_field("uploadId", &self.upload_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetUploadRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "upload_id",
            "uploadId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            UploadId,
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
                            "uploadId" | "upload_id" => Ok(GeneratedField::UploadId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetUploadRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.GetUploadRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetUploadRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut upload_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::UploadId => {
                            if upload_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("uploadId"));
                            }
                            upload_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetUploadRequest {
                    upload_id: upload_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.GetUploadRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetUploadResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.upload.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.GetUploadResponse", len)?;
        if let Some(v) = self.upload.as_ref() {
            struct_ser.serialize_field("upload", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetUploadResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "upload",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Upload,
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
                            "upload" => Ok(GeneratedField::Upload),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetUploadResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.GetUploadResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetUploadResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut upload__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Upload => {
                            if upload__.is_some() {
                                return Err(serde::de::Error::duplicate_field("upload"));
                            }
                            upload__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetUploadResponse {
                    upload: upload__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.GetUploadResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Improvement {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.metric.is_empty() {
            len += 1;
        }
        if self.direction != 0 {
            len += 1;
        }
        if self.unit.is_some() {
            len += 1;
        }
        if self.baseline_value.is_some() {
            len += 1;
        }
        if self.value.is_some() {
            len += 1;
        }
        if self.absolute_change.is_some() {
            len += 1;
        }
        if self.relative_change.is_some() {
            len += 1;
        }
        if self.dataset_digest.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Improvement", len)?;
        if !self.metric.is_empty() {
            struct_ser.serialize_field("metric", &self.metric)?;
        }
        if self.direction != 0 {
            let v = MetricDirection::try_from(self.direction)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.direction)))?;
            struct_ser.serialize_field("direction", &v)?;
        }
        if let Some(v) = self.unit.as_ref() {
            struct_ser.serialize_field("unit", v)?;
        }
        if let Some(v) = self.baseline_value.as_ref() {
            struct_ser.serialize_field("baselineValue", v)?;
        }
        if let Some(v) = self.value.as_ref() {
            struct_ser.serialize_field("value", v)?;
        }
        if let Some(v) = self.absolute_change.as_ref() {
            struct_ser.serialize_field("absoluteChange", v)?;
        }
        if let Some(v) = self.relative_change.as_ref() {
            struct_ser.serialize_field("relativeChange", v)?;
        }
        if let Some(v) = self.dataset_digest.as_ref() {
            struct_ser.serialize_field("datasetDigest", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Improvement {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "metric",
            "direction",
            "unit",
            "baseline_value",
            "baselineValue",
            "value",
            "absolute_change",
            "absoluteChange",
            "relative_change",
            "relativeChange",
            "dataset_digest",
            "datasetDigest",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Metric,
            Direction,
            Unit,
            BaselineValue,
            Value,
            AbsoluteChange,
            RelativeChange,
            DatasetDigest,
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
                            "metric" => Ok(GeneratedField::Metric),
                            "direction" => Ok(GeneratedField::Direction),
                            "unit" => Ok(GeneratedField::Unit),
                            "baselineValue" | "baseline_value" => Ok(GeneratedField::BaselineValue),
                            "value" => Ok(GeneratedField::Value),
                            "absoluteChange" | "absolute_change" => Ok(GeneratedField::AbsoluteChange),
                            "relativeChange" | "relative_change" => Ok(GeneratedField::RelativeChange),
                            "datasetDigest" | "dataset_digest" => Ok(GeneratedField::DatasetDigest),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Improvement;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Improvement")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Improvement, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut metric__ = None;
                let mut direction__ = None;
                let mut unit__ = None;
                let mut baseline_value__ = None;
                let mut value__ = None;
                let mut absolute_change__ = None;
                let mut relative_change__ = None;
                let mut dataset_digest__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Metric => {
                            if metric__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metric"));
                            }
                            metric__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Direction => {
                            if direction__.is_some() {
                                return Err(serde::de::Error::duplicate_field("direction"));
                            }
                            direction__ = Some(map_.next_value::<MetricDirection>()? as i32);
                        }
                        GeneratedField::Unit => {
                            if unit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unit"));
                            }
                            unit__ = map_.next_value()?;
                        }
                        GeneratedField::BaselineValue => {
                            if baseline_value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baselineValue"));
                            }
                            baseline_value__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Value => {
                            if value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("value"));
                            }
                            value__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::AbsoluteChange => {
                            if absolute_change__.is_some() {
                                return Err(serde::de::Error::duplicate_field("absoluteChange"));
                            }
                            absolute_change__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::RelativeChange => {
                            if relative_change__.is_some() {
                                return Err(serde::de::Error::duplicate_field("relativeChange"));
                            }
                            relative_change__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::DatasetDigest => {
                            if dataset_digest__.is_some() {
                                return Err(serde::de::Error::duplicate_field("datasetDigest"));
                            }
                            dataset_digest__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Improvement {
                    metric: metric__.unwrap_or_default(),
                    direction: direction__.unwrap_or_default(),
                    unit: unit__,
                    baseline_value: baseline_value__,
                    value: value__,
                    absolute_change: absolute_change__,
                    relative_change: relative_change__,
                    dataset_digest: dataset_digest__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Improvement", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for IndexState {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "INDEX_STATE_UNSPECIFIED",
            Self::Building => "INDEX_STATE_BUILDING",
            Self::Complete => "INDEX_STATE_COMPLETE",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for IndexState {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "INDEX_STATE_UNSPECIFIED",
            "INDEX_STATE_BUILDING",
            "INDEX_STATE_COMPLETE",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = IndexState;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(IndexState::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(IndexState::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "INDEX_STATE_UNSPECIFIED" => Ok(IndexState::Unspecified),
                    "INDEX_STATE_BUILDING" => Ok(IndexState::Building),
                    "INDEX_STATE_COMPLETE" => Ok(IndexState::Complete),
                    _ => Ok(IndexState::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for InferSignatureRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.input.is_some() {
            len += 1;
        }
        if self.output.is_some() {
            len += 1;
        }
        if self.params_json.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.InferSignatureRequest", len)?;
        if let Some(v) = self.input.as_ref() {
            struct_ser.serialize_field("input", v)?;
        }
        if let Some(v) = self.output.as_ref() {
            struct_ser.serialize_field("output", v)?;
        }
        if let Some(v) = self.params_json.as_ref() {
            struct_ser.serialize_field("paramsJson", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for InferSignatureRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "input",
            "output",
            "params_json",
            "paramsJson",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Input,
            Output,
            ParamsJson,
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
                            "input" => Ok(GeneratedField::Input),
                            "output" => Ok(GeneratedField::Output),
                            "paramsJson" | "params_json" => Ok(GeneratedField::ParamsJson),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = InferSignatureRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.InferSignatureRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<InferSignatureRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut input__ = None;
                let mut output__ = None;
                let mut params_json__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Input => {
                            if input__.is_some() {
                                return Err(serde::de::Error::duplicate_field("input"));
                            }
                            input__ = map_.next_value()?;
                        }
                        GeneratedField::Output => {
                            if output__.is_some() {
                                return Err(serde::de::Error::duplicate_field("output"));
                            }
                            output__ = map_.next_value()?;
                        }
                        GeneratedField::ParamsJson => {
                            if params_json__.is_some() {
                                return Err(serde::de::Error::duplicate_field("paramsJson"));
                            }
                            params_json__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(InferSignatureRequest {
                    input: input__,
                    output: output__,
                    params_json: params_json__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.InferSignatureRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for InferSignatureResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.signature.is_some() {
            len += 1;
        }
        if !self.warnings.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.InferSignatureResponse", len)?;
        if let Some(v) = self.signature.as_ref() {
            struct_ser.serialize_field("signature", v)?;
        }
        if !self.warnings.is_empty() {
            struct_ser.serialize_field("warnings", &self.warnings)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for InferSignatureResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "signature",
            "warnings",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Signature,
            Warnings,
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
                            "signature" => Ok(GeneratedField::Signature),
                            "warnings" => Ok(GeneratedField::Warnings),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = InferSignatureResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.InferSignatureResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<InferSignatureResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut signature__ = None;
                let mut warnings__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Signature => {
                            if signature__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signature"));
                            }
                            signature__ = map_.next_value()?;
                        }
                        GeneratedField::Warnings => {
                            if warnings__.is_some() {
                                return Err(serde::de::Error::duplicate_field("warnings"));
                            }
                            warnings__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(InferSignatureResponse {
                    signature: signature__,
                    warnings: warnings__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.InferSignatureResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for InlineFile {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if !self.content.is_empty() {
            len += 1;
        }
        if self.sha256.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.InlineFile", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if !self.content.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("content", pbjson::private::base64::encode(&self.content).as_str())?;
        }
        if let Some(v) = self.sha256.as_ref() {
            struct_ser.serialize_field("sha256", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for InlineFile {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "content",
            "sha256",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            Content,
            Sha256,
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
                            "path" => Ok(GeneratedField::Path),
                            "content" => Ok(GeneratedField::Content),
                            "sha256" => Ok(GeneratedField::Sha256),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = InlineFile;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.InlineFile")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<InlineFile, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut content__ = None;
                let mut sha256__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Content => {
                            if content__.is_some() {
                                return Err(serde::de::Error::duplicate_field("content"));
                            }
                            content__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Sha256 => {
                            if sha256__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sha256"));
                            }
                            sha256__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(InlineFile {
                    path: path__.unwrap_or_default(),
                    content: content__.unwrap_or_default(),
                    sha256: sha256__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.InlineFile", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for InlinePackage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.files.is_empty() {
            len += 1;
        }
        if self.model_description.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.InlinePackage", len)?;
        if !self.files.is_empty() {
            struct_ser.serialize_field("files", &self.files)?;
        }
        if let Some(v) = self.model_description.as_ref() {
            struct_ser.serialize_field("modelDescription", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for InlinePackage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "files",
            "model_description",
            "modelDescription",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Files,
            ModelDescription,
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
                            "files" => Ok(GeneratedField::Files),
                            "modelDescription" | "model_description" => Ok(GeneratedField::ModelDescription),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = InlinePackage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.InlinePackage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<InlinePackage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut files__ = None;
                let mut model_description__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Files => {
                            if files__.is_some() {
                                return Err(serde::de::Error::duplicate_field("files"));
                            }
                            files__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelDescription => {
                            if model_description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelDescription"));
                            }
                            model_description__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(InlinePackage {
                    files: files__.unwrap_or_default(),
                    model_description: model_description__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.InlinePackage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for LightgbmFlavor {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if !self.model_class.is_empty() {
            len += 1;
        }
        if !self.lgb_version.is_empty() {
            len += 1;
        }
        if self.serialization_format.is_some() {
            len += 1;
        }
        if !self.skops_trusted_types.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.LightgbmFlavor", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if !self.model_class.is_empty() {
            struct_ser.serialize_field("modelClass", &self.model_class)?;
        }
        if !self.lgb_version.is_empty() {
            struct_ser.serialize_field("lgbVersion", &self.lgb_version)?;
        }
        if let Some(v) = self.serialization_format.as_ref() {
            struct_ser.serialize_field("serializationFormat", v)?;
        }
        if !self.skops_trusted_types.is_empty() {
            struct_ser.serialize_field("skopsTrustedTypes", &self.skops_trusted_types)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for LightgbmFlavor {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "model_class",
            "modelClass",
            "lgb_version",
            "lgbVersion",
            "serialization_format",
            "serializationFormat",
            "skops_trusted_types",
            "skopsTrustedTypes",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            ModelClass,
            LgbVersion,
            SerializationFormat,
            SkopsTrustedTypes,
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
                            "path" => Ok(GeneratedField::Path),
                            "modelClass" | "model_class" => Ok(GeneratedField::ModelClass),
                            "lgbVersion" | "lgb_version" => Ok(GeneratedField::LgbVersion),
                            "serializationFormat" | "serialization_format" => Ok(GeneratedField::SerializationFormat),
                            "skopsTrustedTypes" | "skops_trusted_types" => Ok(GeneratedField::SkopsTrustedTypes),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = LightgbmFlavor;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.LightgbmFlavor")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<LightgbmFlavor, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut model_class__ = None;
                let mut lgb_version__ = None;
                let mut serialization_format__ = None;
                let mut skops_trusted_types__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelClass => {
                            if model_class__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelClass"));
                            }
                            model_class__ = Some(map_.next_value()?);
                        }
                        GeneratedField::LgbVersion => {
                            if lgb_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lgbVersion"));
                            }
                            lgb_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SerializationFormat => {
                            if serialization_format__.is_some() {
                                return Err(serde::de::Error::duplicate_field("serializationFormat"));
                            }
                            serialization_format__ = map_.next_value()?;
                        }
                        GeneratedField::SkopsTrustedTypes => {
                            if skops_trusted_types__.is_some() {
                                return Err(serde::de::Error::duplicate_field("skopsTrustedTypes"));
                            }
                            skops_trusted_types__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(LightgbmFlavor {
                    path: path__.unwrap_or_default(),
                    model_class: model_class__.unwrap_or_default(),
                    lgb_version: lgb_version__.unwrap_or_default(),
                    serialization_format: serialization_format__,
                    skops_trusted_types: skops_trusted_types__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.LightgbmFlavor", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for LineageNode {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.model_id.is_empty() {
            len += 1;
        }
        if self.model_uuid.is_some() {
            len += 1;
        }
        if self.parent_model_id.is_some() {
            len += 1;
        }
        if self.depth != 0 {
            len += 1;
        }
        if self.on_path {
            len += 1;
        }
        if self.missing {
            len += 1;
        }
        if self.is_baseline.is_some() {
            len += 1;
        }
        if self.contributor.is_some() {
            len += 1;
        }
        if self.creation_time.is_some() {
            len += 1;
        }
        if !self.aliases.is_empty() {
            len += 1;
        }
        if !self.improvements.is_empty() {
            len += 1;
        }
        if !self.cumulative_improvements.is_empty() {
            len += 1;
        }
        if self.run_id.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.LineageNode", len)?;
        if !self.model_id.is_empty() {
            struct_ser.serialize_field("modelId", &self.model_id)?;
        }
        if let Some(v) = self.model_uuid.as_ref() {
            struct_ser.serialize_field("modelUuid", v)?;
        }
        if let Some(v) = self.parent_model_id.as_ref() {
            struct_ser.serialize_field("parentModelId", v)?;
        }
        if self.depth != 0 {
            struct_ser.serialize_field("depth", &self.depth)?;
        }
        if self.on_path {
            struct_ser.serialize_field("onPath", &self.on_path)?;
        }
        if self.missing {
            struct_ser.serialize_field("missing", &self.missing)?;
        }
        if let Some(v) = self.is_baseline.as_ref() {
            struct_ser.serialize_field("isBaseline", v)?;
        }
        if let Some(v) = self.contributor.as_ref() {
            struct_ser.serialize_field("contributor", v)?;
        }
        if let Some(v) = self.creation_time.as_ref() {
            struct_ser.serialize_field("creationTime", v)?;
        }
        if !self.aliases.is_empty() {
            struct_ser.serialize_field("aliases", &self.aliases)?;
        }
        if !self.improvements.is_empty() {
            struct_ser.serialize_field("improvements", &self.improvements)?;
        }
        if !self.cumulative_improvements.is_empty() {
            struct_ser.serialize_field("cumulativeImprovements", &self.cumulative_improvements)?;
        }
        if let Some(v) = self.run_id.as_ref() {
            struct_ser.serialize_field("runId", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for LineageNode {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_id",
            "modelId",
            "model_uuid",
            "modelUuid",
            "parent_model_id",
            "parentModelId",
            "depth",
            "on_path",
            "onPath",
            "missing",
            "is_baseline",
            "isBaseline",
            "contributor",
            "creation_time",
            "creationTime",
            "aliases",
            "improvements",
            "cumulative_improvements",
            "cumulativeImprovements",
            "run_id",
            "runId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelId,
            ModelUuid,
            ParentModelId,
            Depth,
            OnPath,
            Missing,
            IsBaseline,
            Contributor,
            CreationTime,
            Aliases,
            Improvements,
            CumulativeImprovements,
            RunId,
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
                            "modelId" | "model_id" => Ok(GeneratedField::ModelId),
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "parentModelId" | "parent_model_id" => Ok(GeneratedField::ParentModelId),
                            "depth" => Ok(GeneratedField::Depth),
                            "onPath" | "on_path" => Ok(GeneratedField::OnPath),
                            "missing" => Ok(GeneratedField::Missing),
                            "isBaseline" | "is_baseline" => Ok(GeneratedField::IsBaseline),
                            "contributor" => Ok(GeneratedField::Contributor),
                            "creationTime" | "creation_time" => Ok(GeneratedField::CreationTime),
                            "aliases" => Ok(GeneratedField::Aliases),
                            "improvements" => Ok(GeneratedField::Improvements),
                            "cumulativeImprovements" | "cumulative_improvements" => Ok(GeneratedField::CumulativeImprovements),
                            "runId" | "run_id" => Ok(GeneratedField::RunId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = LineageNode;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.LineageNode")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<LineageNode, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_id__ = None;
                let mut model_uuid__ = None;
                let mut parent_model_id__ = None;
                let mut depth__ = None;
                let mut on_path__ = None;
                let mut missing__ = None;
                let mut is_baseline__ = None;
                let mut contributor__ = None;
                let mut creation_time__ = None;
                let mut aliases__ = None;
                let mut improvements__ = None;
                let mut cumulative_improvements__ = None;
                let mut run_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelId => {
                            if model_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelId"));
                            }
                            model_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = map_.next_value()?;
                        }
                        GeneratedField::ParentModelId => {
                            if parent_model_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("parentModelId"));
                            }
                            parent_model_id__ = map_.next_value()?;
                        }
                        GeneratedField::Depth => {
                            if depth__.is_some() {
                                return Err(serde::de::Error::duplicate_field("depth"));
                            }
                            depth__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::OnPath => {
                            if on_path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("onPath"));
                            }
                            on_path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Missing => {
                            if missing__.is_some() {
                                return Err(serde::de::Error::duplicate_field("missing"));
                            }
                            missing__ = Some(map_.next_value()?);
                        }
                        GeneratedField::IsBaseline => {
                            if is_baseline__.is_some() {
                                return Err(serde::de::Error::duplicate_field("isBaseline"));
                            }
                            is_baseline__ = map_.next_value()?;
                        }
                        GeneratedField::Contributor => {
                            if contributor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contributor"));
                            }
                            contributor__ = map_.next_value()?;
                        }
                        GeneratedField::CreationTime => {
                            if creation_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("creationTime"));
                            }
                            creation_time__ = map_.next_value()?;
                        }
                        GeneratedField::Aliases => {
                            if aliases__.is_some() {
                                return Err(serde::de::Error::duplicate_field("aliases"));
                            }
                            aliases__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Improvements => {
                            if improvements__.is_some() {
                                return Err(serde::de::Error::duplicate_field("improvements"));
                            }
                            improvements__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CumulativeImprovements => {
                            if cumulative_improvements__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cumulativeImprovements"));
                            }
                            cumulative_improvements__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RunId => {
                            if run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runId"));
                            }
                            run_id__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(LineageNode {
                    model_id: model_id__.unwrap_or_default(),
                    model_uuid: model_uuid__,
                    parent_model_id: parent_model_id__,
                    depth: depth__.unwrap_or_default(),
                    on_path: on_path__.unwrap_or_default(),
                    missing: missing__.unwrap_or_default(),
                    is_baseline: is_baseline__,
                    contributor: contributor__,
                    creation_time: creation_time__,
                    aliases: aliases__.unwrap_or_default(),
                    improvements: improvements__.unwrap_or_default(),
                    cumulative_improvements: cumulative_improvements__.unwrap_or_default(),
                    run_id: run_id__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.LineageNode", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListContributionsRequest {
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
        if self.consistency.is_some() {
            len += 1;
        }
        if self.contributor.is_some() {
            len += 1;
        }
        if self.metric.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ListContributionsRequest", len)?;
        if self.page_size != 0 {
            struct_ser.serialize_field("pageSize", &self.page_size)?;
        }
        if !self.page_token.is_empty() {
            struct_ser.serialize_field("pageToken", &self.page_token)?;
        }
        if let Some(v) = self.consistency.as_ref() {
            struct_ser.serialize_field("consistency", v)?;
        }
        if let Some(v) = self.contributor.as_ref() {
            struct_ser.serialize_field("contributor", v)?;
        }
        if let Some(v) = self.metric.as_ref() {
            struct_ser.serialize_field("metric", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListContributionsRequest {
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
            "consistency",
            "contributor",
            "metric",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            PageSize,
            PageToken,
            Consistency,
            Contributor,
            Metric,
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
                            "consistency" => Ok(GeneratedField::Consistency),
                            "contributor" => Ok(GeneratedField::Contributor),
                            "metric" => Ok(GeneratedField::Metric),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListContributionsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ListContributionsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListContributionsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut page_size__ = None;
                let mut page_token__ = None;
                let mut consistency__ = None;
                let mut contributor__ = None;
                let mut metric__ = None;
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
                        GeneratedField::Consistency => {
                            if consistency__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistency"));
                            }
                            consistency__ = map_.next_value()?;
                        }
                        GeneratedField::Contributor => {
                            if contributor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contributor"));
                            }
                            contributor__ = map_.next_value()?;
                        }
                        GeneratedField::Metric => {
                            if metric__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metric"));
                            }
                            metric__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListContributionsRequest {
                    page_size: page_size__.unwrap_or_default(),
                    page_token: page_token__.unwrap_or_default(),
                    consistency: consistency__,
                    contributor: contributor__,
                    metric: metric__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ListContributionsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListContributionsResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.contributions.is_empty() {
            len += 1;
        }
        if !self.next_page_token.is_empty() {
            len += 1;
        }
        if self.as_of.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ListContributionsResponse", len)?;
        if !self.contributions.is_empty() {
            struct_ser.serialize_field("contributions", &self.contributions)?;
        }
        if !self.next_page_token.is_empty() {
            struct_ser.serialize_field("nextPageToken", &self.next_page_token)?;
        }
        if let Some(v) = self.as_of.as_ref() {
            struct_ser.serialize_field("asOf", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListContributionsResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "contributions",
            "next_page_token",
            "nextPageToken",
            "as_of",
            "asOf",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Contributions,
            NextPageToken,
            AsOf,
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
                            "contributions" => Ok(GeneratedField::Contributions),
                            "nextPageToken" | "next_page_token" => Ok(GeneratedField::NextPageToken),
                            "asOf" | "as_of" => Ok(GeneratedField::AsOf),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListContributionsResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ListContributionsResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListContributionsResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut contributions__ = None;
                let mut next_page_token__ = None;
                let mut as_of__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Contributions => {
                            if contributions__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contributions"));
                            }
                            contributions__ = Some(map_.next_value()?);
                        }
                        GeneratedField::NextPageToken => {
                            if next_page_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nextPageToken"));
                            }
                            next_page_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::AsOf => {
                            if as_of__.is_some() {
                                return Err(serde::de::Error::duplicate_field("asOf"));
                            }
                            as_of__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListContributionsResponse {
                    contributions: contributions__.unwrap_or_default(),
                    next_page_token: next_page_token__.unwrap_or_default(),
                    as_of: as_of__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ListContributionsResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListModelVersionsRequest {
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
        if self.consistency.is_some() {
            len += 1;
        }
        if self.model_name.is_some() {
            len += 1;
        }
        if self.model_name_prefix.is_some() {
            len += 1;
        }
        if self.model_type.is_some() {
            len += 1;
        }
        if self.is_baseline.is_some() {
            len += 1;
        }
        if self.contributor.is_some() {
            len += 1;
        }
        if !self.tags.is_empty() {
            len += 1;
        }
        if self.alias.is_some() {
            len += 1;
        }
        if self.created_from.is_some() {
            len += 1;
        }
        if self.created_before.is_some() {
            len += 1;
        }
        if self.order != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ListModelVersionsRequest", len)?;
        if self.page_size != 0 {
            struct_ser.serialize_field("pageSize", &self.page_size)?;
        }
        if !self.page_token.is_empty() {
            struct_ser.serialize_field("pageToken", &self.page_token)?;
        }
        if let Some(v) = self.consistency.as_ref() {
            struct_ser.serialize_field("consistency", v)?;
        }
        if let Some(v) = self.model_name.as_ref() {
            struct_ser.serialize_field("modelName", v)?;
        }
        if let Some(v) = self.model_name_prefix.as_ref() {
            struct_ser.serialize_field("modelNamePrefix", v)?;
        }
        if let Some(v) = self.model_type.as_ref() {
            struct_ser.serialize_field("modelType", v)?;
        }
        if let Some(v) = self.is_baseline.as_ref() {
            struct_ser.serialize_field("isBaseline", v)?;
        }
        if let Some(v) = self.contributor.as_ref() {
            struct_ser.serialize_field("contributor", v)?;
        }
        if !self.tags.is_empty() {
            struct_ser.serialize_field("tags", &self.tags)?;
        }
        if let Some(v) = self.alias.as_ref() {
            struct_ser.serialize_field("alias", v)?;
        }
        if let Some(v) = self.created_from.as_ref() {
            struct_ser.serialize_field("createdFrom", v)?;
        }
        if let Some(v) = self.created_before.as_ref() {
            struct_ser.serialize_field("createdBefore", v)?;
        }
        if self.order != 0 {
            let v = VersionOrder::try_from(self.order)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.order)))?;
            struct_ser.serialize_field("order", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListModelVersionsRequest {
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
            "consistency",
            "model_name",
            "modelName",
            "model_name_prefix",
            "modelNamePrefix",
            "model_type",
            "modelType",
            "is_baseline",
            "isBaseline",
            "contributor",
            "tags",
            "alias",
            "created_from",
            "createdFrom",
            "created_before",
            "createdBefore",
            "order",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            PageSize,
            PageToken,
            Consistency,
            ModelName,
            ModelNamePrefix,
            ModelType,
            IsBaseline,
            Contributor,
            Tags,
            Alias,
            CreatedFrom,
            CreatedBefore,
            Order,
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
                            "consistency" => Ok(GeneratedField::Consistency),
                            "modelName" | "model_name" => Ok(GeneratedField::ModelName),
                            "modelNamePrefix" | "model_name_prefix" => Ok(GeneratedField::ModelNamePrefix),
                            "modelType" | "model_type" => Ok(GeneratedField::ModelType),
                            "isBaseline" | "is_baseline" => Ok(GeneratedField::IsBaseline),
                            "contributor" => Ok(GeneratedField::Contributor),
                            "tags" => Ok(GeneratedField::Tags),
                            "alias" => Ok(GeneratedField::Alias),
                            "createdFrom" | "created_from" => Ok(GeneratedField::CreatedFrom),
                            "createdBefore" | "created_before" => Ok(GeneratedField::CreatedBefore),
                            "order" => Ok(GeneratedField::Order),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListModelVersionsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ListModelVersionsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListModelVersionsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut page_size__ = None;
                let mut page_token__ = None;
                let mut consistency__ = None;
                let mut model_name__ = None;
                let mut model_name_prefix__ = None;
                let mut model_type__ = None;
                let mut is_baseline__ = None;
                let mut contributor__ = None;
                let mut tags__ = None;
                let mut alias__ = None;
                let mut created_from__ = None;
                let mut created_before__ = None;
                let mut order__ = None;
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
                        GeneratedField::Consistency => {
                            if consistency__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistency"));
                            }
                            consistency__ = map_.next_value()?;
                        }
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelName"));
                            }
                            model_name__ = map_.next_value()?;
                        }
                        GeneratedField::ModelNamePrefix => {
                            if model_name_prefix__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelNamePrefix"));
                            }
                            model_name_prefix__ = map_.next_value()?;
                        }
                        GeneratedField::ModelType => {
                            if model_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelType"));
                            }
                            model_type__ = map_.next_value()?;
                        }
                        GeneratedField::IsBaseline => {
                            if is_baseline__.is_some() {
                                return Err(serde::de::Error::duplicate_field("isBaseline"));
                            }
                            is_baseline__ = map_.next_value()?;
                        }
                        GeneratedField::Contributor => {
                            if contributor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contributor"));
                            }
                            contributor__ = map_.next_value()?;
                        }
                        GeneratedField::Tags => {
                            if tags__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tags"));
                            }
                            tags__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Alias => {
                            if alias__.is_some() {
                                return Err(serde::de::Error::duplicate_field("alias"));
                            }
                            alias__ = map_.next_value()?;
                        }
                        GeneratedField::CreatedFrom => {
                            if created_from__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createdFrom"));
                            }
                            created_from__ = map_.next_value()?;
                        }
                        GeneratedField::CreatedBefore => {
                            if created_before__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createdBefore"));
                            }
                            created_before__ = map_.next_value()?;
                        }
                        GeneratedField::Order => {
                            if order__.is_some() {
                                return Err(serde::de::Error::duplicate_field("order"));
                            }
                            order__ = Some(map_.next_value::<VersionOrder>()? as i32);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListModelVersionsRequest {
                    page_size: page_size__.unwrap_or_default(),
                    page_token: page_token__.unwrap_or_default(),
                    consistency: consistency__,
                    model_name: model_name__,
                    model_name_prefix: model_name_prefix__,
                    model_type: model_type__,
                    is_baseline: is_baseline__,
                    contributor: contributor__,
                    tags: tags__.unwrap_or_default(),
                    alias: alias__,
                    created_from: created_from__,
                    created_before: created_before__,
                    order: order__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ListModelVersionsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListModelVersionsResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.versions.is_empty() {
            len += 1;
        }
        if !self.next_page_token.is_empty() {
            len += 1;
        }
        if self.as_of.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ListModelVersionsResponse", len)?;
        if !self.versions.is_empty() {
            struct_ser.serialize_field("versions", &self.versions)?;
        }
        if !self.next_page_token.is_empty() {
            struct_ser.serialize_field("nextPageToken", &self.next_page_token)?;
        }
        if let Some(v) = self.as_of.as_ref() {
            struct_ser.serialize_field("asOf", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListModelVersionsResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "versions",
            "next_page_token",
            "nextPageToken",
            "as_of",
            "asOf",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Versions,
            NextPageToken,
            AsOf,
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
                            "versions" => Ok(GeneratedField::Versions),
                            "nextPageToken" | "next_page_token" => Ok(GeneratedField::NextPageToken),
                            "asOf" | "as_of" => Ok(GeneratedField::AsOf),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListModelVersionsResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ListModelVersionsResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListModelVersionsResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut versions__ = None;
                let mut next_page_token__ = None;
                let mut as_of__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Versions => {
                            if versions__.is_some() {
                                return Err(serde::de::Error::duplicate_field("versions"));
                            }
                            versions__ = Some(map_.next_value()?);
                        }
                        GeneratedField::NextPageToken => {
                            if next_page_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nextPageToken"));
                            }
                            next_page_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::AsOf => {
                            if as_of__.is_some() {
                                return Err(serde::de::Error::duplicate_field("asOf"));
                            }
                            as_of__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListModelVersionsResponse {
                    versions: versions__.unwrap_or_default(),
                    next_page_token: next_page_token__.unwrap_or_default(),
                    as_of: as_of__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ListModelVersionsResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListModelsRequest {
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
        if self.consistency.is_some() {
            len += 1;
        }
        if self.name_prefix.is_some() {
            len += 1;
        }
        if self.alias.is_some() {
            len += 1;
        }
        if !self.tags.is_empty() {
            len += 1;
        }
        if self.order != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ListModelsRequest", len)?;
        if self.page_size != 0 {
            struct_ser.serialize_field("pageSize", &self.page_size)?;
        }
        if !self.page_token.is_empty() {
            struct_ser.serialize_field("pageToken", &self.page_token)?;
        }
        if let Some(v) = self.consistency.as_ref() {
            struct_ser.serialize_field("consistency", v)?;
        }
        if let Some(v) = self.name_prefix.as_ref() {
            struct_ser.serialize_field("namePrefix", v)?;
        }
        if let Some(v) = self.alias.as_ref() {
            struct_ser.serialize_field("alias", v)?;
        }
        if !self.tags.is_empty() {
            struct_ser.serialize_field("tags", &self.tags)?;
        }
        if self.order != 0 {
            let v = ModelOrder::try_from(self.order)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.order)))?;
            struct_ser.serialize_field("order", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListModelsRequest {
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
            "consistency",
            "name_prefix",
            "namePrefix",
            "alias",
            "tags",
            "order",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            PageSize,
            PageToken,
            Consistency,
            NamePrefix,
            Alias,
            Tags,
            Order,
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
                            "consistency" => Ok(GeneratedField::Consistency),
                            "namePrefix" | "name_prefix" => Ok(GeneratedField::NamePrefix),
                            "alias" => Ok(GeneratedField::Alias),
                            "tags" => Ok(GeneratedField::Tags),
                            "order" => Ok(GeneratedField::Order),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListModelsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ListModelsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListModelsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut page_size__ = None;
                let mut page_token__ = None;
                let mut consistency__ = None;
                let mut name_prefix__ = None;
                let mut alias__ = None;
                let mut tags__ = None;
                let mut order__ = None;
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
                        GeneratedField::Consistency => {
                            if consistency__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistency"));
                            }
                            consistency__ = map_.next_value()?;
                        }
                        GeneratedField::NamePrefix => {
                            if name_prefix__.is_some() {
                                return Err(serde::de::Error::duplicate_field("namePrefix"));
                            }
                            name_prefix__ = map_.next_value()?;
                        }
                        GeneratedField::Alias => {
                            if alias__.is_some() {
                                return Err(serde::de::Error::duplicate_field("alias"));
                            }
                            alias__ = map_.next_value()?;
                        }
                        GeneratedField::Tags => {
                            if tags__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tags"));
                            }
                            tags__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Order => {
                            if order__.is_some() {
                                return Err(serde::de::Error::duplicate_field("order"));
                            }
                            order__ = Some(map_.next_value::<ModelOrder>()? as i32);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListModelsRequest {
                    page_size: page_size__.unwrap_or_default(),
                    page_token: page_token__.unwrap_or_default(),
                    consistency: consistency__,
                    name_prefix: name_prefix__,
                    alias: alias__,
                    tags: tags__.unwrap_or_default(),
                    order: order__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ListModelsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListModelsResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.models.is_empty() {
            len += 1;
        }
        if !self.next_page_token.is_empty() {
            len += 1;
        }
        if self.as_of.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ListModelsResponse", len)?;
        if !self.models.is_empty() {
            struct_ser.serialize_field("models", &self.models)?;
        }
        if !self.next_page_token.is_empty() {
            struct_ser.serialize_field("nextPageToken", &self.next_page_token)?;
        }
        if let Some(v) = self.as_of.as_ref() {
            struct_ser.serialize_field("asOf", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListModelsResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "models",
            "next_page_token",
            "nextPageToken",
            "as_of",
            "asOf",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Models,
            NextPageToken,
            AsOf,
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
                            "models" => Ok(GeneratedField::Models),
                            "nextPageToken" | "next_page_token" => Ok(GeneratedField::NextPageToken),
                            "asOf" | "as_of" => Ok(GeneratedField::AsOf),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListModelsResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ListModelsResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListModelsResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut models__ = None;
                let mut next_page_token__ = None;
                let mut as_of__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Models => {
                            if models__.is_some() {
                                return Err(serde::de::Error::duplicate_field("models"));
                            }
                            models__ = Some(map_.next_value()?);
                        }
                        GeneratedField::NextPageToken => {
                            if next_page_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nextPageToken"));
                            }
                            next_page_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::AsOf => {
                            if as_of__.is_some() {
                                return Err(serde::de::Error::duplicate_field("asOf"));
                            }
                            as_of__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListModelsResponse {
                    models: models__.unwrap_or_default(),
                    next_page_token: next_page_token__.unwrap_or_default(),
                    as_of: as_of__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ListModelsResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for LocalConsistency {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("modelwire.registry.v1.LocalConsistency", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for LocalConsistency {
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
            type Value = LocalConsistency;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.LocalConsistency")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<LocalConsistency, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(LocalConsistency {
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.LocalConsistency", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MapType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.values.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.MapType", len)?;
        if let Some(v) = self.values.as_ref() {
            struct_ser.serialize_field("values", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MapType {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "values",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Values,
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
                            "values" => Ok(GeneratedField::Values),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MapType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.MapType")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MapType, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut values__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Values => {
                            if values__.is_some() {
                                return Err(serde::de::Error::duplicate_field("values"));
                            }
                            values__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MapType {
                    values: values__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.MapType", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Metric {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.key.is_empty() {
            len += 1;
        }
        if self.value != 0. {
            len += 1;
        }
        if self.timestamp.is_some() {
            len += 1;
        }
        if self.step != 0. {
            len += 1;
        }
        if self.run_id.is_some() {
            len += 1;
        }
        if self.dataset_name.is_some() {
            len += 1;
        }
        if self.dataset_digest.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Metric", len)?;
        if !self.key.is_empty() {
            struct_ser.serialize_field("key", &self.key)?;
        }
        if self.value != 0. {
            struct_ser.serialize_field("value", &self.value)?;
        }
        if let Some(v) = self.timestamp.as_ref() {
            struct_ser.serialize_field("timestamp", v)?;
        }
        if self.step != 0. {
            struct_ser.serialize_field("step", &self.step)?;
        }
        if let Some(v) = self.run_id.as_ref() {
            struct_ser.serialize_field("runId", v)?;
        }
        if let Some(v) = self.dataset_name.as_ref() {
            struct_ser.serialize_field("datasetName", v)?;
        }
        if let Some(v) = self.dataset_digest.as_ref() {
            struct_ser.serialize_field("datasetDigest", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Metric {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "key",
            "value",
            "timestamp",
            "step",
            "run_id",
            "runId",
            "dataset_name",
            "datasetName",
            "dataset_digest",
            "datasetDigest",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Key,
            Value,
            Timestamp,
            Step,
            RunId,
            DatasetName,
            DatasetDigest,
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
                            "key" => Ok(GeneratedField::Key),
                            "value" => Ok(GeneratedField::Value),
                            "timestamp" => Ok(GeneratedField::Timestamp),
                            "step" => Ok(GeneratedField::Step),
                            "runId" | "run_id" => Ok(GeneratedField::RunId),
                            "datasetName" | "dataset_name" => Ok(GeneratedField::DatasetName),
                            "datasetDigest" | "dataset_digest" => Ok(GeneratedField::DatasetDigest),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Metric;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Metric")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Metric, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut key__ = None;
                let mut value__ = None;
                let mut timestamp__ = None;
                let mut step__ = None;
                let mut run_id__ = None;
                let mut dataset_name__ = None;
                let mut dataset_digest__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Key => {
                            if key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("key"));
                            }
                            key__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Value => {
                            if value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("value"));
                            }
                            value__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Timestamp => {
                            if timestamp__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timestamp"));
                            }
                            timestamp__ = map_.next_value()?;
                        }
                        GeneratedField::Step => {
                            if step__.is_some() {
                                return Err(serde::de::Error::duplicate_field("step"));
                            }
                            step__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::RunId => {
                            if run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runId"));
                            }
                            run_id__ = map_.next_value()?;
                        }
                        GeneratedField::DatasetName => {
                            if dataset_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("datasetName"));
                            }
                            dataset_name__ = map_.next_value()?;
                        }
                        GeneratedField::DatasetDigest => {
                            if dataset_digest__.is_some() {
                                return Err(serde::de::Error::duplicate_field("datasetDigest"));
                            }
                            dataset_digest__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Metric {
                    key: key__.unwrap_or_default(),
                    value: value__.unwrap_or_default(),
                    timestamp: timestamp__,
                    step: step__.unwrap_or_default(),
                    run_id: run_id__,
                    dataset_name: dataset_name__,
                    dataset_digest: dataset_digest__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Metric", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MetricDetails {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.direction != 0 {
            len += 1;
        }
        if self.unit.is_some() {
            len += 1;
        }
        if self.dataset_digest.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.MetricDetails", len)?;
        if self.direction != 0 {
            let v = MetricDirection::try_from(self.direction)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.direction)))?;
            struct_ser.serialize_field("direction", &v)?;
        }
        if let Some(v) = self.unit.as_ref() {
            struct_ser.serialize_field("unit", v)?;
        }
        if let Some(v) = self.dataset_digest.as_ref() {
            struct_ser.serialize_field("datasetDigest", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MetricDetails {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "direction",
            "unit",
            "dataset_digest",
            "datasetDigest",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Direction,
            Unit,
            DatasetDigest,
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
                            "direction" => Ok(GeneratedField::Direction),
                            "unit" => Ok(GeneratedField::Unit),
                            "datasetDigest" | "dataset_digest" => Ok(GeneratedField::DatasetDigest),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MetricDetails;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.MetricDetails")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MetricDetails, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut direction__ = None;
                let mut unit__ = None;
                let mut dataset_digest__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Direction => {
                            if direction__.is_some() {
                                return Err(serde::de::Error::duplicate_field("direction"));
                            }
                            direction__ = Some(map_.next_value::<MetricDirection>()? as i32);
                        }
                        GeneratedField::Unit => {
                            if unit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unit"));
                            }
                            unit__ = map_.next_value()?;
                        }
                        GeneratedField::DatasetDigest => {
                            if dataset_digest__.is_some() {
                                return Err(serde::de::Error::duplicate_field("datasetDigest"));
                            }
                            dataset_digest__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MetricDetails {
                    direction: direction__.unwrap_or_default(),
                    unit: unit__,
                    dataset_digest: dataset_digest__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.MetricDetails", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MetricDirection {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "METRIC_DIRECTION_UNSPECIFIED",
            Self::HigherIsBetter => "METRIC_DIRECTION_HIGHER_IS_BETTER",
            Self::LowerIsBetter => "METRIC_DIRECTION_LOWER_IS_BETTER",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for MetricDirection {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "METRIC_DIRECTION_UNSPECIFIED",
            "METRIC_DIRECTION_HIGHER_IS_BETTER",
            "METRIC_DIRECTION_LOWER_IS_BETTER",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = MetricDirection;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(MetricDirection::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(MetricDirection::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "METRIC_DIRECTION_UNSPECIFIED" => Ok(MetricDirection::Unspecified),
                    "METRIC_DIRECTION_HIGHER_IS_BETTER" => Ok(MetricDirection::HigherIsBetter),
                    "METRIC_DIRECTION_LOWER_IS_BETTER" => Ok(MetricDirection::LowerIsBetter),
                    _ => Ok(MetricDirection::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for MlflowSignatureJson {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.inputs.is_some() {
            len += 1;
        }
        if self.outputs.is_some() {
            len += 1;
        }
        if self.params.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.MlflowSignatureJson", len)?;
        if let Some(v) = self.inputs.as_ref() {
            struct_ser.serialize_field("inputs", v)?;
        }
        if let Some(v) = self.outputs.as_ref() {
            struct_ser.serialize_field("outputs", v)?;
        }
        if let Some(v) = self.params.as_ref() {
            struct_ser.serialize_field("params", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MlflowSignatureJson {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "inputs",
            "outputs",
            "params",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Inputs,
            Outputs,
            Params,
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
                            "inputs" => Ok(GeneratedField::Inputs),
                            "outputs" => Ok(GeneratedField::Outputs),
                            "params" => Ok(GeneratedField::Params),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MlflowSignatureJson;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.MlflowSignatureJson")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MlflowSignatureJson, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut inputs__ = None;
                let mut outputs__ = None;
                let mut params__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Inputs => {
                            if inputs__.is_some() {
                                return Err(serde::de::Error::duplicate_field("inputs"));
                            }
                            inputs__ = map_.next_value()?;
                        }
                        GeneratedField::Outputs => {
                            if outputs__.is_some() {
                                return Err(serde::de::Error::duplicate_field("outputs"));
                            }
                            outputs__ = map_.next_value()?;
                        }
                        GeneratedField::Params => {
                            if params__.is_some() {
                                return Err(serde::de::Error::duplicate_field("params"));
                            }
                            params__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MlflowSignatureJson {
                    inputs: inputs__,
                    outputs: outputs__,
                    params: params__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.MlflowSignatureJson", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ModelDescription {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.code_directory.is_some() {
            len += 1;
        }
        if self.python_version.is_some() {
            len += 1;
        }
        if !self.pip_requirements.is_empty() {
            len += 1;
        }
        if self.mlflow_version.is_some() {
            len += 1;
        }
        if !self.env_vars.is_empty() {
            len += 1;
        }
        if self.flavor.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ModelDescription", len)?;
        if let Some(v) = self.code_directory.as_ref() {
            struct_ser.serialize_field("codeDirectory", v)?;
        }
        if let Some(v) = self.python_version.as_ref() {
            struct_ser.serialize_field("pythonVersion", v)?;
        }
        if !self.pip_requirements.is_empty() {
            struct_ser.serialize_field("pipRequirements", &self.pip_requirements)?;
        }
        if let Some(v) = self.mlflow_version.as_ref() {
            struct_ser.serialize_field("mlflowVersion", v)?;
        }
        if !self.env_vars.is_empty() {
            struct_ser.serialize_field("envVars", &self.env_vars)?;
        }
        if let Some(v) = self.flavor.as_ref() {
            match v {
                model_description::Flavor::PythonFunction(v) => {
                    struct_ser.serialize_field("pythonFunction", v)?;
                }
                model_description::Flavor::PythonModel(v) => {
                    struct_ser.serialize_field("pythonModel", v)?;
                }
                model_description::Flavor::ModelFromCode(v) => {
                    struct_ser.serialize_field("modelFromCode", v)?;
                }
                model_description::Flavor::Sklearn(v) => {
                    struct_ser.serialize_field("sklearn", v)?;
                }
                model_description::Flavor::Xgboost(v) => {
                    struct_ser.serialize_field("xgboost", v)?;
                }
                model_description::Flavor::Lightgbm(v) => {
                    struct_ser.serialize_field("lightgbm", v)?;
                }
                model_description::Flavor::Onnx(v) => {
                    struct_ser.serialize_field("onnx", v)?;
                }
                model_description::Flavor::Other(v) => {
                    struct_ser.serialize_field("other", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ModelDescription {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "code_directory",
            "codeDirectory",
            "python_version",
            "pythonVersion",
            "pip_requirements",
            "pipRequirements",
            "mlflow_version",
            "mlflowVersion",
            "env_vars",
            "envVars",
            "python_function",
            "pythonFunction",
            "python_model",
            "pythonModel",
            "model_from_code",
            "modelFromCode",
            "sklearn",
            "xgboost",
            "lightgbm",
            "onnx",
            "other",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CodeDirectory,
            PythonVersion,
            PipRequirements,
            MlflowVersion,
            EnvVars,
            PythonFunction,
            PythonModel,
            ModelFromCode,
            Sklearn,
            Xgboost,
            Lightgbm,
            Onnx,
            Other,
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
                            "codeDirectory" | "code_directory" => Ok(GeneratedField::CodeDirectory),
                            "pythonVersion" | "python_version" => Ok(GeneratedField::PythonVersion),
                            "pipRequirements" | "pip_requirements" => Ok(GeneratedField::PipRequirements),
                            "mlflowVersion" | "mlflow_version" => Ok(GeneratedField::MlflowVersion),
                            "envVars" | "env_vars" => Ok(GeneratedField::EnvVars),
                            "pythonFunction" | "python_function" => Ok(GeneratedField::PythonFunction),
                            "pythonModel" | "python_model" => Ok(GeneratedField::PythonModel),
                            "modelFromCode" | "model_from_code" => Ok(GeneratedField::ModelFromCode),
                            "sklearn" => Ok(GeneratedField::Sklearn),
                            "xgboost" => Ok(GeneratedField::Xgboost),
                            "lightgbm" => Ok(GeneratedField::Lightgbm),
                            "onnx" => Ok(GeneratedField::Onnx),
                            "other" => Ok(GeneratedField::Other),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ModelDescription;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ModelDescription")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ModelDescription, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut code_directory__ = None;
                let mut python_version__ = None;
                let mut pip_requirements__ = None;
                let mut mlflow_version__ = None;
                let mut env_vars__ = None;
                let mut flavor__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CodeDirectory => {
                            if code_directory__.is_some() {
                                return Err(serde::de::Error::duplicate_field("codeDirectory"));
                            }
                            code_directory__ = map_.next_value()?;
                        }
                        GeneratedField::PythonVersion => {
                            if python_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pythonVersion"));
                            }
                            python_version__ = map_.next_value()?;
                        }
                        GeneratedField::PipRequirements => {
                            if pip_requirements__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pipRequirements"));
                            }
                            pip_requirements__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MlflowVersion => {
                            if mlflow_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mlflowVersion"));
                            }
                            mlflow_version__ = map_.next_value()?;
                        }
                        GeneratedField::EnvVars => {
                            if env_vars__.is_some() {
                                return Err(serde::de::Error::duplicate_field("envVars"));
                            }
                            env_vars__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PythonFunction => {
                            if flavor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pythonFunction"));
                            }
                            flavor__ = map_.next_value::<::std::option::Option<_>>()?.map(model_description::Flavor::PythonFunction)
;
                        }
                        GeneratedField::PythonModel => {
                            if flavor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pythonModel"));
                            }
                            flavor__ = map_.next_value::<::std::option::Option<_>>()?.map(model_description::Flavor::PythonModel)
;
                        }
                        GeneratedField::ModelFromCode => {
                            if flavor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelFromCode"));
                            }
                            flavor__ = map_.next_value::<::std::option::Option<_>>()?.map(model_description::Flavor::ModelFromCode)
;
                        }
                        GeneratedField::Sklearn => {
                            if flavor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sklearn"));
                            }
                            flavor__ = map_.next_value::<::std::option::Option<_>>()?.map(model_description::Flavor::Sklearn)
;
                        }
                        GeneratedField::Xgboost => {
                            if flavor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("xgboost"));
                            }
                            flavor__ = map_.next_value::<::std::option::Option<_>>()?.map(model_description::Flavor::Xgboost)
;
                        }
                        GeneratedField::Lightgbm => {
                            if flavor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lightgbm"));
                            }
                            flavor__ = map_.next_value::<::std::option::Option<_>>()?.map(model_description::Flavor::Lightgbm)
;
                        }
                        GeneratedField::Onnx => {
                            if flavor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("onnx"));
                            }
                            flavor__ = map_.next_value::<::std::option::Option<_>>()?.map(model_description::Flavor::Onnx)
;
                        }
                        GeneratedField::Other => {
                            if flavor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("other"));
                            }
                            flavor__ = map_.next_value::<::std::option::Option<_>>()?.map(model_description::Flavor::Other)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ModelDescription {
                    code_directory: code_directory__,
                    python_version: python_version__,
                    pip_requirements: pip_requirements__.unwrap_or_default(),
                    mlflow_version: mlflow_version__,
                    env_vars: env_vars__.unwrap_or_default(),
                    flavor: flavor__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ModelDescription", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ModelFromCodeFlavor {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if !self.artifacts.is_empty() {
            len += 1;
        }
        if self.config.is_some() {
            len += 1;
        }
        if self.streamable.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ModelFromCodeFlavor", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if !self.artifacts.is_empty() {
            struct_ser.serialize_field("artifacts", &self.artifacts)?;
        }
        if let Some(v) = self.config.as_ref() {
            struct_ser.serialize_field("config", v)?;
        }
        if let Some(v) = self.streamable.as_ref() {
            struct_ser.serialize_field("streamable", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ModelFromCodeFlavor {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "artifacts",
            "config",
            "streamable",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            Artifacts,
            Config,
            Streamable,
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
                            "path" => Ok(GeneratedField::Path),
                            "artifacts" => Ok(GeneratedField::Artifacts),
                            "config" => Ok(GeneratedField::Config),
                            "streamable" => Ok(GeneratedField::Streamable),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ModelFromCodeFlavor;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ModelFromCodeFlavor")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ModelFromCodeFlavor, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut artifacts__ = None;
                let mut config__ = None;
                let mut streamable__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Artifacts => {
                            if artifacts__.is_some() {
                                return Err(serde::de::Error::duplicate_field("artifacts"));
                            }
                            artifacts__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Config => {
                            if config__.is_some() {
                                return Err(serde::de::Error::duplicate_field("config"));
                            }
                            config__ = map_.next_value()?;
                        }
                        GeneratedField::Streamable => {
                            if streamable__.is_some() {
                                return Err(serde::de::Error::duplicate_field("streamable"));
                            }
                            streamable__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ModelFromCodeFlavor {
                    path: path__.unwrap_or_default(),
                    artifacts: artifacts__.unwrap_or_default(),
                    config: config__,
                    streamable: streamable__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ModelFromCodeFlavor", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ModelInfo {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.model_uuid.is_empty() {
            len += 1;
        }
        if self.model_id.is_some() {
            len += 1;
        }
        if !self.model_uri.is_empty() {
            len += 1;
        }
        if !self.artifact_path.is_empty() {
            len += 1;
        }
        if self.name.is_some() {
            len += 1;
        }
        if self.run_id.is_some() {
            len += 1;
        }
        if !self.flavors.is_empty() {
            len += 1;
        }
        if self.signature.is_some() {
            len += 1;
        }
        if self.saved_input_example_info.is_some() {
            len += 1;
        }
        if self.utc_time_created.is_some() {
            len += 1;
        }
        if !self.mlflow_version.is_empty() {
            len += 1;
        }
        if self.metadata.is_some() {
            len += 1;
        }
        if !self.prompts.is_empty() {
            len += 1;
        }
        if !self.env_vars.is_empty() {
            len += 1;
        }
        if !self.params.is_empty() {
            len += 1;
        }
        if !self.tags.is_empty() {
            len += 1;
        }
        if !self.metrics.is_empty() {
            len += 1;
        }
        if self.creation_time.is_some() {
            len += 1;
        }
        if !self.files.is_empty() {
            len += 1;
        }
        if self.package_digest.is_some() {
            len += 1;
        }
        if self.size_bytes.is_some() {
            len += 1;
        }
        if self.package_signature.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ModelInfo", len)?;
        if !self.model_uuid.is_empty() {
            struct_ser.serialize_field("modelUuid", &self.model_uuid)?;
        }
        if let Some(v) = self.model_id.as_ref() {
            struct_ser.serialize_field("modelId", v)?;
        }
        if !self.model_uri.is_empty() {
            struct_ser.serialize_field("modelUri", &self.model_uri)?;
        }
        if !self.artifact_path.is_empty() {
            struct_ser.serialize_field("artifactPath", &self.artifact_path)?;
        }
        if let Some(v) = self.name.as_ref() {
            struct_ser.serialize_field("name", v)?;
        }
        if let Some(v) = self.run_id.as_ref() {
            struct_ser.serialize_field("runId", v)?;
        }
        if !self.flavors.is_empty() {
            struct_ser.serialize_field("flavors", &self.flavors)?;
        }
        if let Some(v) = self.signature.as_ref() {
            struct_ser.serialize_field("signature", v)?;
        }
        if let Some(v) = self.saved_input_example_info.as_ref() {
            struct_ser.serialize_field("savedInputExampleInfo", v)?;
        }
        if let Some(v) = self.utc_time_created.as_ref() {
            struct_ser.serialize_field("utcTimeCreated", v)?;
        }
        if !self.mlflow_version.is_empty() {
            struct_ser.serialize_field("mlflowVersion", &self.mlflow_version)?;
        }
        if let Some(v) = self.metadata.as_ref() {
            struct_ser.serialize_field("metadata", v)?;
        }
        if !self.prompts.is_empty() {
            struct_ser.serialize_field("prompts", &self.prompts)?;
        }
        if !self.env_vars.is_empty() {
            struct_ser.serialize_field("envVars", &self.env_vars)?;
        }
        if !self.params.is_empty() {
            struct_ser.serialize_field("params", &self.params)?;
        }
        if !self.tags.is_empty() {
            struct_ser.serialize_field("tags", &self.tags)?;
        }
        if !self.metrics.is_empty() {
            struct_ser.serialize_field("metrics", &self.metrics)?;
        }
        if let Some(v) = self.creation_time.as_ref() {
            struct_ser.serialize_field("creationTime", v)?;
        }
        if !self.files.is_empty() {
            struct_ser.serialize_field("files", &self.files)?;
        }
        if let Some(v) = self.package_digest.as_ref() {
            struct_ser.serialize_field("packageDigest", v)?;
        }
        if let Some(v) = self.size_bytes.as_ref() {
            struct_ser.serialize_field("sizeBytes", v)?;
        }
        if let Some(v) = self.package_signature.as_ref() {
            struct_ser.serialize_field("packageSignature", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ModelInfo {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_uuid",
            "modelUuid",
            "model_id",
            "modelId",
            "model_uri",
            "modelUri",
            "artifact_path",
            "artifactPath",
            "name",
            "run_id",
            "runId",
            "flavors",
            "signature",
            "saved_input_example_info",
            "savedInputExampleInfo",
            "utc_time_created",
            "utcTimeCreated",
            "mlflow_version",
            "mlflowVersion",
            "metadata",
            "prompts",
            "env_vars",
            "envVars",
            "params",
            "tags",
            "metrics",
            "creation_time",
            "creationTime",
            "files",
            "package_digest",
            "packageDigest",
            "size_bytes",
            "sizeBytes",
            "package_signature",
            "packageSignature",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelUuid,
            ModelId,
            ModelUri,
            ArtifactPath,
            Name,
            RunId,
            Flavors,
            Signature,
            SavedInputExampleInfo,
            UtcTimeCreated,
            MlflowVersion,
            Metadata,
            Prompts,
            EnvVars,
            Params,
            Tags,
            Metrics,
            CreationTime,
            Files,
            PackageDigest,
            SizeBytes,
            PackageSignature,
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
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "modelId" | "model_id" => Ok(GeneratedField::ModelId),
                            "modelUri" | "model_uri" => Ok(GeneratedField::ModelUri),
                            "artifactPath" | "artifact_path" => Ok(GeneratedField::ArtifactPath),
                            "name" => Ok(GeneratedField::Name),
                            "runId" | "run_id" => Ok(GeneratedField::RunId),
                            "flavors" => Ok(GeneratedField::Flavors),
                            "signature" => Ok(GeneratedField::Signature),
                            "savedInputExampleInfo" | "saved_input_example_info" => Ok(GeneratedField::SavedInputExampleInfo),
                            "utcTimeCreated" | "utc_time_created" => Ok(GeneratedField::UtcTimeCreated),
                            "mlflowVersion" | "mlflow_version" => Ok(GeneratedField::MlflowVersion),
                            "metadata" => Ok(GeneratedField::Metadata),
                            "prompts" => Ok(GeneratedField::Prompts),
                            "envVars" | "env_vars" => Ok(GeneratedField::EnvVars),
                            "params" => Ok(GeneratedField::Params),
                            "tags" => Ok(GeneratedField::Tags),
                            "metrics" => Ok(GeneratedField::Metrics),
                            "creationTime" | "creation_time" => Ok(GeneratedField::CreationTime),
                            "files" => Ok(GeneratedField::Files),
                            "packageDigest" | "package_digest" => Ok(GeneratedField::PackageDigest),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            "packageSignature" | "package_signature" => Ok(GeneratedField::PackageSignature),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ModelInfo;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ModelInfo")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ModelInfo, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_uuid__ = None;
                let mut model_id__ = None;
                let mut model_uri__ = None;
                let mut artifact_path__ = None;
                let mut name__ = None;
                let mut run_id__ = None;
                let mut flavors__ = None;
                let mut signature__ = None;
                let mut saved_input_example_info__ = None;
                let mut utc_time_created__ = None;
                let mut mlflow_version__ = None;
                let mut metadata__ = None;
                let mut prompts__ = None;
                let mut env_vars__ = None;
                let mut params__ = None;
                let mut tags__ = None;
                let mut metrics__ = None;
                let mut creation_time__ = None;
                let mut files__ = None;
                let mut package_digest__ = None;
                let mut size_bytes__ = None;
                let mut package_signature__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelId => {
                            if model_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelId"));
                            }
                            model_id__ = map_.next_value()?;
                        }
                        GeneratedField::ModelUri => {
                            if model_uri__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUri"));
                            }
                            model_uri__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ArtifactPath => {
                            if artifact_path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("artifactPath"));
                            }
                            artifact_path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = map_.next_value()?;
                        }
                        GeneratedField::RunId => {
                            if run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runId"));
                            }
                            run_id__ = map_.next_value()?;
                        }
                        GeneratedField::Flavors => {
                            if flavors__.is_some() {
                                return Err(serde::de::Error::duplicate_field("flavors"));
                            }
                            flavors__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Signature => {
                            if signature__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signature"));
                            }
                            signature__ = map_.next_value()?;
                        }
                        GeneratedField::SavedInputExampleInfo => {
                            if saved_input_example_info__.is_some() {
                                return Err(serde::de::Error::duplicate_field("savedInputExampleInfo"));
                            }
                            saved_input_example_info__ = map_.next_value()?;
                        }
                        GeneratedField::UtcTimeCreated => {
                            if utc_time_created__.is_some() {
                                return Err(serde::de::Error::duplicate_field("utcTimeCreated"));
                            }
                            utc_time_created__ = map_.next_value()?;
                        }
                        GeneratedField::MlflowVersion => {
                            if mlflow_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mlflowVersion"));
                            }
                            mlflow_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Metadata => {
                            if metadata__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metadata"));
                            }
                            metadata__ = map_.next_value()?;
                        }
                        GeneratedField::Prompts => {
                            if prompts__.is_some() {
                                return Err(serde::de::Error::duplicate_field("prompts"));
                            }
                            prompts__ = Some(map_.next_value()?);
                        }
                        GeneratedField::EnvVars => {
                            if env_vars__.is_some() {
                                return Err(serde::de::Error::duplicate_field("envVars"));
                            }
                            env_vars__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Params => {
                            if params__.is_some() {
                                return Err(serde::de::Error::duplicate_field("params"));
                            }
                            params__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Tags => {
                            if tags__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tags"));
                            }
                            tags__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Metrics => {
                            if metrics__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metrics"));
                            }
                            metrics__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreationTime => {
                            if creation_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("creationTime"));
                            }
                            creation_time__ = map_.next_value()?;
                        }
                        GeneratedField::Files => {
                            if files__.is_some() {
                                return Err(serde::de::Error::duplicate_field("files"));
                            }
                            files__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PackageDigest => {
                            if package_digest__.is_some() {
                                return Err(serde::de::Error::duplicate_field("packageDigest"));
                            }
                            package_digest__ = map_.next_value()?;
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::PackageSignature => {
                            if package_signature__.is_some() {
                                return Err(serde::de::Error::duplicate_field("packageSignature"));
                            }
                            package_signature__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ModelInfo {
                    model_uuid: model_uuid__.unwrap_or_default(),
                    model_id: model_id__,
                    model_uri: model_uri__.unwrap_or_default(),
                    artifact_path: artifact_path__.unwrap_or_default(),
                    name: name__,
                    run_id: run_id__,
                    flavors: flavors__.unwrap_or_default(),
                    signature: signature__,
                    saved_input_example_info: saved_input_example_info__,
                    utc_time_created: utc_time_created__,
                    mlflow_version: mlflow_version__.unwrap_or_default(),
                    metadata: metadata__,
                    prompts: prompts__.unwrap_or_default(),
                    env_vars: env_vars__.unwrap_or_default(),
                    params: params__.unwrap_or_default(),
                    tags: tags__.unwrap_or_default(),
                    metrics: metrics__.unwrap_or_default(),
                    creation_time: creation_time__,
                    files: files__.unwrap_or_default(),
                    package_digest: package_digest__,
                    size_bytes: size_bytes__,
                    package_signature: package_signature__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ModelInfo", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ModelOrder {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "MODEL_ORDER_UNSPECIFIED",
            Self::Name => "MODEL_ORDER_NAME",
            Self::NewestFirst => "MODEL_ORDER_NEWEST_FIRST",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for ModelOrder {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "MODEL_ORDER_UNSPECIFIED",
            "MODEL_ORDER_NAME",
            "MODEL_ORDER_NEWEST_FIRST",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = ModelOrder;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(ModelOrder::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(ModelOrder::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "MODEL_ORDER_UNSPECIFIED" => Ok(ModelOrder::Unspecified),
                    "MODEL_ORDER_NAME" => Ok(ModelOrder::Name),
                    "MODEL_ORDER_NEWEST_FIRST" => Ok(ModelOrder::NewestFirst),
                    _ => Ok(ModelOrder::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for ModelVersion {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        if !self.source.is_empty() {
            len += 1;
        }
        if self.run_id.is_some() {
            len += 1;
        }
        if self.run_link.is_some() {
            len += 1;
        }
        if self.status != 0 {
            len += 1;
        }
        if self.status_message.is_some() {
            len += 1;
        }
        if !self.current_stage.is_empty() {
            len += 1;
        }
        if !self.aliases.is_empty() {
            len += 1;
        }
        if !self.tags.is_empty() {
            len += 1;
        }
        if self.description.is_some() {
            len += 1;
        }
        if self.user_id.is_some() {
            len += 1;
        }
        if self.creation_time.is_some() {
            len += 1;
        }
        if self.last_updated_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ModelVersion", len)?;
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if !self.source.is_empty() {
            struct_ser.serialize_field("source", &self.source)?;
        }
        if let Some(v) = self.run_id.as_ref() {
            struct_ser.serialize_field("runId", v)?;
        }
        if let Some(v) = self.run_link.as_ref() {
            struct_ser.serialize_field("runLink", v)?;
        }
        if self.status != 0 {
            let v = ModelVersionStatus::try_from(self.status)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.status)))?;
            struct_ser.serialize_field("status", &v)?;
        }
        if let Some(v) = self.status_message.as_ref() {
            struct_ser.serialize_field("statusMessage", v)?;
        }
        if !self.current_stage.is_empty() {
            struct_ser.serialize_field("currentStage", &self.current_stage)?;
        }
        if !self.aliases.is_empty() {
            struct_ser.serialize_field("aliases", &self.aliases)?;
        }
        if !self.tags.is_empty() {
            struct_ser.serialize_field("tags", &self.tags)?;
        }
        if let Some(v) = self.description.as_ref() {
            struct_ser.serialize_field("description", v)?;
        }
        if let Some(v) = self.user_id.as_ref() {
            struct_ser.serialize_field("userId", v)?;
        }
        if let Some(v) = self.creation_time.as_ref() {
            struct_ser.serialize_field("creationTime", v)?;
        }
        if let Some(v) = self.last_updated_time.as_ref() {
            struct_ser.serialize_field("lastUpdatedTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ModelVersion {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "version",
            "source",
            "run_id",
            "runId",
            "run_link",
            "runLink",
            "status",
            "status_message",
            "statusMessage",
            "current_stage",
            "currentStage",
            "aliases",
            "tags",
            "description",
            "user_id",
            "userId",
            "creation_time",
            "creationTime",
            "last_updated_time",
            "lastUpdatedTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Version,
            Source,
            RunId,
            RunLink,
            Status,
            StatusMessage,
            CurrentStage,
            Aliases,
            Tags,
            Description,
            UserId,
            CreationTime,
            LastUpdatedTime,
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
                            "name" => Ok(GeneratedField::Name),
                            "version" => Ok(GeneratedField::Version),
                            "source" => Ok(GeneratedField::Source),
                            "runId" | "run_id" => Ok(GeneratedField::RunId),
                            "runLink" | "run_link" => Ok(GeneratedField::RunLink),
                            "status" => Ok(GeneratedField::Status),
                            "statusMessage" | "status_message" => Ok(GeneratedField::StatusMessage),
                            "currentStage" | "current_stage" => Ok(GeneratedField::CurrentStage),
                            "aliases" => Ok(GeneratedField::Aliases),
                            "tags" => Ok(GeneratedField::Tags),
                            "description" => Ok(GeneratedField::Description),
                            "userId" | "user_id" => Ok(GeneratedField::UserId),
                            "creationTime" | "creation_time" => Ok(GeneratedField::CreationTime),
                            "lastUpdatedTime" | "last_updated_time" => Ok(GeneratedField::LastUpdatedTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ModelVersion;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ModelVersion")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ModelVersion, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut version__ = None;
                let mut source__ = None;
                let mut run_id__ = None;
                let mut run_link__ = None;
                let mut status__ = None;
                let mut status_message__ = None;
                let mut current_stage__ = None;
                let mut aliases__ = None;
                let mut tags__ = None;
                let mut description__ = None;
                let mut user_id__ = None;
                let mut creation_time__ = None;
                let mut last_updated_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Source => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("source"));
                            }
                            source__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RunId => {
                            if run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runId"));
                            }
                            run_id__ = map_.next_value()?;
                        }
                        GeneratedField::RunLink => {
                            if run_link__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runLink"));
                            }
                            run_link__ = map_.next_value()?;
                        }
                        GeneratedField::Status => {
                            if status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("status"));
                            }
                            status__ = Some(map_.next_value::<ModelVersionStatus>()? as i32);
                        }
                        GeneratedField::StatusMessage => {
                            if status_message__.is_some() {
                                return Err(serde::de::Error::duplicate_field("statusMessage"));
                            }
                            status_message__ = map_.next_value()?;
                        }
                        GeneratedField::CurrentStage => {
                            if current_stage__.is_some() {
                                return Err(serde::de::Error::duplicate_field("currentStage"));
                            }
                            current_stage__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Aliases => {
                            if aliases__.is_some() {
                                return Err(serde::de::Error::duplicate_field("aliases"));
                            }
                            aliases__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Tags => {
                            if tags__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tags"));
                            }
                            tags__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = map_.next_value()?;
                        }
                        GeneratedField::UserId => {
                            if user_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("userId"));
                            }
                            user_id__ = map_.next_value()?;
                        }
                        GeneratedField::CreationTime => {
                            if creation_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("creationTime"));
                            }
                            creation_time__ = map_.next_value()?;
                        }
                        GeneratedField::LastUpdatedTime => {
                            if last_updated_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastUpdatedTime"));
                            }
                            last_updated_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ModelVersion {
                    name: name__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                    source: source__.unwrap_or_default(),
                    run_id: run_id__,
                    run_link: run_link__,
                    status: status__.unwrap_or_default(),
                    status_message: status_message__,
                    current_stage: current_stage__.unwrap_or_default(),
                    aliases: aliases__.unwrap_or_default(),
                    tags: tags__.unwrap_or_default(),
                    description: description__,
                    user_id: user_id__,
                    creation_time: creation_time__,
                    last_updated_time: last_updated_time__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ModelVersion", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ModelVersionRef {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.r#ref.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ModelVersionRef", len)?;
        if let Some(v) = self.r#ref.as_ref() {
            match v {
                model_version_ref::Ref::ModelId(v) => {
                    struct_ser.serialize_field("modelId", v)?;
                }
                model_version_ref::Ref::NameVersion(v) => {
                    struct_ser.serialize_field("nameVersion", v)?;
                }
                model_version_ref::Ref::NameAlias(v) => {
                    struct_ser.serialize_field("nameAlias", v)?;
                }
                model_version_ref::Ref::ModelUuid(v) => {
                    struct_ser.serialize_field("modelUuid", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ModelVersionRef {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_id",
            "modelId",
            "name_version",
            "nameVersion",
            "name_alias",
            "nameAlias",
            "model_uuid",
            "modelUuid",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelId,
            NameVersion,
            NameAlias,
            ModelUuid,
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
                            "modelId" | "model_id" => Ok(GeneratedField::ModelId),
                            "nameVersion" | "name_version" => Ok(GeneratedField::NameVersion),
                            "nameAlias" | "name_alias" => Ok(GeneratedField::NameAlias),
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ModelVersionRef;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ModelVersionRef")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ModelVersionRef, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut r#ref__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelId => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelId"));
                            }
                            r#ref__ = map_.next_value::<::std::option::Option<_>>()?.map(model_version_ref::Ref::ModelId);
                        }
                        GeneratedField::NameVersion => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nameVersion"));
                            }
                            r#ref__ = map_.next_value::<::std::option::Option<_>>()?.map(model_version_ref::Ref::NameVersion)
;
                        }
                        GeneratedField::NameAlias => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nameAlias"));
                            }
                            r#ref__ = map_.next_value::<::std::option::Option<_>>()?.map(model_version_ref::Ref::NameAlias)
;
                        }
                        GeneratedField::ModelUuid => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            r#ref__ = map_.next_value::<::std::option::Option<_>>()?.map(model_version_ref::Ref::ModelUuid);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ModelVersionRef {
                    r#ref: r#ref__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ModelVersionRef", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ModelVersionStatus {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "MODEL_VERSION_STATUS_UNSPECIFIED",
            Self::PendingRegistration => "MODEL_VERSION_STATUS_PENDING_REGISTRATION",
            Self::FailedRegistration => "MODEL_VERSION_STATUS_FAILED_REGISTRATION",
            Self::Ready => "MODEL_VERSION_STATUS_READY",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for ModelVersionStatus {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "MODEL_VERSION_STATUS_UNSPECIFIED",
            "MODEL_VERSION_STATUS_PENDING_REGISTRATION",
            "MODEL_VERSION_STATUS_FAILED_REGISTRATION",
            "MODEL_VERSION_STATUS_READY",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = ModelVersionStatus;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(ModelVersionStatus::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(ModelVersionStatus::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "MODEL_VERSION_STATUS_UNSPECIFIED" => Ok(ModelVersionStatus::Unspecified),
                    "MODEL_VERSION_STATUS_PENDING_REGISTRATION" => Ok(ModelVersionStatus::PendingRegistration),
                    "MODEL_VERSION_STATUS_FAILED_REGISTRATION" => Ok(ModelVersionStatus::FailedRegistration),
                    "MODEL_VERSION_STATUS_READY" => Ok(ModelVersionStatus::Ready),
                    _ => Ok(ModelVersionStatus::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for NameAndAlias {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.alias.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.NameAndAlias", len)?;
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.alias.is_empty() {
            struct_ser.serialize_field("alias", &self.alias)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for NameAndAlias {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "alias",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Alias,
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
                            "name" => Ok(GeneratedField::Name),
                            "alias" => Ok(GeneratedField::Alias),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = NameAndAlias;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.NameAndAlias")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<NameAndAlias, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut alias__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Alias => {
                            if alias__.is_some() {
                                return Err(serde::de::Error::duplicate_field("alias"));
                            }
                            alias__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(NameAndAlias {
                    name: name__.unwrap_or_default(),
                    alias: alias__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.NameAndAlias", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for NameAndVersion {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.NameAndVersion", len)?;
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for NameAndVersion {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "version",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Version,
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
                            "name" => Ok(GeneratedField::Name),
                            "version" => Ok(GeneratedField::Version),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = NameAndVersion;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.NameAndVersion")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<NameAndVersion, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut version__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(NameAndVersion {
                    name: name__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.NameAndVersion", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for NamedExampleArray {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.name.is_empty() {
            len += 1;
        }
        if self.array.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.NamedExampleArray", len)?;
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if let Some(v) = self.array.as_ref() {
            struct_ser.serialize_field("array", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for NamedExampleArray {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "array",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Array,
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
                            "name" => Ok(GeneratedField::Name),
                            "array" => Ok(GeneratedField::Array),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = NamedExampleArray;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.NamedExampleArray")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<NamedExampleArray, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut array__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Array => {
                            if array__.is_some() {
                                return Err(serde::de::Error::duplicate_field("array"));
                            }
                            array__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(NamedExampleArray {
                    name: name__.unwrap_or_default(),
                    array: array__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.NamedExampleArray", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ObjectType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.properties.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ObjectType", len)?;
        if !self.properties.is_empty() {
            struct_ser.serialize_field("properties", &self.properties)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ObjectType {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "properties",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Properties,
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
                            "properties" => Ok(GeneratedField::Properties),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ObjectType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ObjectType")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ObjectType, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut properties__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Properties => {
                            if properties__.is_some() {
                                return Err(serde::de::Error::duplicate_field("properties"));
                            }
                            properties__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ObjectType {
                    properties: properties__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ObjectType", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for OnnxFlavor {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if !self.onnx_version.is_empty() {
            len += 1;
        }
        if !self.providers.is_empty() {
            len += 1;
        }
        if self.session_options.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.OnnxFlavor", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if !self.onnx_version.is_empty() {
            struct_ser.serialize_field("onnxVersion", &self.onnx_version)?;
        }
        if !self.providers.is_empty() {
            struct_ser.serialize_field("providers", &self.providers)?;
        }
        if let Some(v) = self.session_options.as_ref() {
            struct_ser.serialize_field("sessionOptions", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for OnnxFlavor {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "onnx_version",
            "onnxVersion",
            "providers",
            "session_options",
            "sessionOptions",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            OnnxVersion,
            Providers,
            SessionOptions,
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
                            "path" => Ok(GeneratedField::Path),
                            "onnxVersion" | "onnx_version" => Ok(GeneratedField::OnnxVersion),
                            "providers" => Ok(GeneratedField::Providers),
                            "sessionOptions" | "session_options" => Ok(GeneratedField::SessionOptions),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = OnnxFlavor;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.OnnxFlavor")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<OnnxFlavor, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut onnx_version__ = None;
                let mut providers__ = None;
                let mut session_options__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::OnnxVersion => {
                            if onnx_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("onnxVersion"));
                            }
                            onnx_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Providers => {
                            if providers__.is_some() {
                                return Err(serde::de::Error::duplicate_field("providers"));
                            }
                            providers__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SessionOptions => {
                            if session_options__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sessionOptions"));
                            }
                            session_options__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(OnnxFlavor {
                    path: path__.unwrap_or_default(),
                    onnx_version: onnx_version__.unwrap_or_default(),
                    providers: providers__.unwrap_or_default(),
                    session_options: session_options__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.OnnxFlavor", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for OtherFlavors {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.flavors.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.OtherFlavors", len)?;
        if !self.flavors.is_empty() {
            struct_ser.serialize_field("flavors", &self.flavors)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for OtherFlavors {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "flavors",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Flavors,
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
                            "flavors" => Ok(GeneratedField::Flavors),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = OtherFlavors;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.OtherFlavors")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<OtherFlavors, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut flavors__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Flavors => {
                            if flavors__.is_some() {
                                return Err(serde::de::Error::duplicate_field("flavors"));
                            }
                            flavors__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(OtherFlavors {
                    flavors: flavors__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.OtherFlavors", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PackageFile {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if self.size_bytes != 0. {
            len += 1;
        }
        if !self.sha256.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.PackageFile", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if self.size_bytes != 0. {
            struct_ser.serialize_field("sizeBytes", &self.size_bytes)?;
        }
        if !self.sha256.is_empty() {
            struct_ser.serialize_field("sha256", &self.sha256)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PackageFile {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "size_bytes",
            "sizeBytes",
            "sha256",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            SizeBytes,
            Sha256,
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
                            "path" => Ok(GeneratedField::Path),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            "sha256" => Ok(GeneratedField::Sha256),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PackageFile;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.PackageFile")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PackageFile, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut size_bytes__ = None;
                let mut sha256__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Sha256 => {
                            if sha256__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sha256"));
                            }
                            sha256__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PackageFile {
                    path: path__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                    sha256: sha256__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.PackageFile", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PackageSignature {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.bundle_sha256.is_empty() {
            len += 1;
        }
        if self.verified_key.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.PackageSignature", len)?;
        if !self.bundle_sha256.is_empty() {
            struct_ser.serialize_field("bundleSha256", &self.bundle_sha256)?;
        }
        if let Some(v) = self.verified_key.as_ref() {
            struct_ser.serialize_field("verifiedKey", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PackageSignature {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "bundle_sha256",
            "bundleSha256",
            "verified_key",
            "verifiedKey",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            BundleSha256,
            VerifiedKey,
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
                            "bundleSha256" | "bundle_sha256" => Ok(GeneratedField::BundleSha256),
                            "verifiedKey" | "verified_key" => Ok(GeneratedField::VerifiedKey),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PackageSignature;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.PackageSignature")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PackageSignature, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut bundle_sha256__ = None;
                let mut verified_key__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::BundleSha256 => {
                            if bundle_sha256__.is_some() {
                                return Err(serde::de::Error::duplicate_field("bundleSha256"));
                            }
                            bundle_sha256__ = Some(map_.next_value()?);
                        }
                        GeneratedField::VerifiedKey => {
                            if verified_key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("verifiedKey"));
                            }
                            verified_key__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PackageSignature {
                    bundle_sha256: bundle_sha256__.unwrap_or_default(),
                    verified_key: verified_key__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.PackageSignature", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ParamSpec {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.name.is_empty() {
            len += 1;
        }
        if self.r#type.is_some() {
            len += 1;
        }
        if self.default_value.is_some() {
            len += 1;
        }
        if !self.shape.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.ParamSpec", len)?;
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if let Some(v) = self.r#type.as_ref() {
            struct_ser.serialize_field("type", v)?;
        }
        if let Some(v) = self.default_value.as_ref() {
            struct_ser.serialize_field("defaultValue", v)?;
        }
        if !self.shape.is_empty() {
            struct_ser.serialize_field("shape", &self.shape)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ParamSpec {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "type",
            "default_value",
            "defaultValue",
            "shape",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Type,
            DefaultValue,
            Shape,
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
                            "name" => Ok(GeneratedField::Name),
                            "type" => Ok(GeneratedField::Type),
                            "defaultValue" | "default_value" => Ok(GeneratedField::DefaultValue),
                            "shape" => Ok(GeneratedField::Shape),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ParamSpec;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.ParamSpec")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ParamSpec, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut r#type__ = None;
                let mut default_value__ = None;
                let mut shape__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Type => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("type"));
                            }
                            r#type__ = map_.next_value()?;
                        }
                        GeneratedField::DefaultValue => {
                            if default_value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("defaultValue"));
                            }
                            default_value__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Shape => {
                            if shape__.is_some() {
                                return Err(serde::de::Error::duplicate_field("shape"));
                            }
                            shape__ = 
                                Some(map_.next_value::<Vec<::pbjson::private::NumberDeserialize<_>>>()?
                                    .into_iter().map(|x| x.0).collect())
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ParamSpec {
                    name: name__.unwrap_or_default(),
                    r#type: r#type__,
                    default_value: default_value__,
                    shape: shape__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.ParamSpec", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Property {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.name.is_empty() {
            len += 1;
        }
        if self.r#type.is_some() {
            len += 1;
        }
        if self.required.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Property", len)?;
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if let Some(v) = self.r#type.as_ref() {
            struct_ser.serialize_field("type", v)?;
        }
        if let Some(v) = self.required.as_ref() {
            struct_ser.serialize_field("required", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Property {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "type",
            "required",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Type,
            Required,
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
                            "name" => Ok(GeneratedField::Name),
                            "type" => Ok(GeneratedField::Type),
                            "required" => Ok(GeneratedField::Required),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Property;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Property")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Property, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut r#type__ = None;
                let mut required__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Type => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("type"));
                            }
                            r#type__ = map_.next_value()?;
                        }
                        GeneratedField::Required => {
                            if required__.is_some() {
                                return Err(serde::de::Error::duplicate_field("required"));
                            }
                            required__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Property {
                    name: name__.unwrap_or_default(),
                    r#type: r#type__,
                    required: required__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Property", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PythonFunctionFlavor {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.loader_module.is_empty() {
            len += 1;
        }
        if self.data.is_some() {
            len += 1;
        }
        if self.config.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.PythonFunctionFlavor", len)?;
        if !self.loader_module.is_empty() {
            struct_ser.serialize_field("loaderModule", &self.loader_module)?;
        }
        if let Some(v) = self.data.as_ref() {
            struct_ser.serialize_field("data", v)?;
        }
        if let Some(v) = self.config.as_ref() {
            struct_ser.serialize_field("config", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PythonFunctionFlavor {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "loader_module",
            "loaderModule",
            "data",
            "config",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            LoaderModule,
            Data,
            Config,
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
                            "loaderModule" | "loader_module" => Ok(GeneratedField::LoaderModule),
                            "data" => Ok(GeneratedField::Data),
                            "config" => Ok(GeneratedField::Config),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PythonFunctionFlavor;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.PythonFunctionFlavor")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PythonFunctionFlavor, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut loader_module__ = None;
                let mut data__ = None;
                let mut config__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::LoaderModule => {
                            if loader_module__.is_some() {
                                return Err(serde::de::Error::duplicate_field("loaderModule"));
                            }
                            loader_module__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Data => {
                            if data__.is_some() {
                                return Err(serde::de::Error::duplicate_field("data"));
                            }
                            data__ = map_.next_value()?;
                        }
                        GeneratedField::Config => {
                            if config__.is_some() {
                                return Err(serde::de::Error::duplicate_field("config"));
                            }
                            config__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PythonFunctionFlavor {
                    loader_module: loader_module__.unwrap_or_default(),
                    data: data__,
                    config: config__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.PythonFunctionFlavor", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PythonModelFlavor {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if self.cloudpickle_version.is_some() {
            len += 1;
        }
        if !self.artifacts.is_empty() {
            len += 1;
        }
        if self.config.is_some() {
            len += 1;
        }
        if self.streamable.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.PythonModelFlavor", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if let Some(v) = self.cloudpickle_version.as_ref() {
            struct_ser.serialize_field("cloudpickleVersion", v)?;
        }
        if !self.artifacts.is_empty() {
            struct_ser.serialize_field("artifacts", &self.artifacts)?;
        }
        if let Some(v) = self.config.as_ref() {
            struct_ser.serialize_field("config", v)?;
        }
        if let Some(v) = self.streamable.as_ref() {
            struct_ser.serialize_field("streamable", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PythonModelFlavor {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "cloudpickle_version",
            "cloudpickleVersion",
            "artifacts",
            "config",
            "streamable",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            CloudpickleVersion,
            Artifacts,
            Config,
            Streamable,
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
                            "path" => Ok(GeneratedField::Path),
                            "cloudpickleVersion" | "cloudpickle_version" => Ok(GeneratedField::CloudpickleVersion),
                            "artifacts" => Ok(GeneratedField::Artifacts),
                            "config" => Ok(GeneratedField::Config),
                            "streamable" => Ok(GeneratedField::Streamable),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PythonModelFlavor;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.PythonModelFlavor")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PythonModelFlavor, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut cloudpickle_version__ = None;
                let mut artifacts__ = None;
                let mut config__ = None;
                let mut streamable__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CloudpickleVersion => {
                            if cloudpickle_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cloudpickleVersion"));
                            }
                            cloudpickle_version__ = map_.next_value()?;
                        }
                        GeneratedField::Artifacts => {
                            if artifacts__.is_some() {
                                return Err(serde::de::Error::duplicate_field("artifacts"));
                            }
                            artifacts__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Config => {
                            if config__.is_some() {
                                return Err(serde::de::Error::duplicate_field("config"));
                            }
                            config__ = map_.next_value()?;
                        }
                        GeneratedField::Streamable => {
                            if streamable__.is_some() {
                                return Err(serde::de::Error::duplicate_field("streamable"));
                            }
                            streamable__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PythonModelFlavor {
                    path: path__.unwrap_or_default(),
                    cloudpickle_version: cloudpickle_version__,
                    artifacts: artifacts__.unwrap_or_default(),
                    config: config__,
                    streamable: streamable__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.PythonModelFlavor", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RegisterBaselineRequest {
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
        if !self.model_type.is_empty() {
            len += 1;
        }
        if self.model_name.is_some() {
            len += 1;
        }
        if self.signature.is_some() {
            len += 1;
        }
        if self.metadata.is_some() {
            len += 1;
        }
        if !self.tags.is_empty() {
            len += 1;
        }
        if !self.params.is_empty() {
            len += 1;
        }
        if !self.metrics.is_empty() {
            len += 1;
        }
        if self.description.is_some() {
            len += 1;
        }
        if self.experiment_name.is_some() {
            len += 1;
        }
        if self.run_id.is_some() {
            len += 1;
        }
        if self.input_example.is_some() {
            len += 1;
        }
        if self.output_example.is_some() {
            len += 1;
        }
        if self.params_example.is_some() {
            len += 1;
        }
        if self.require_compatible_with.is_some() {
            len += 1;
        }
        if self.signature_bundle.is_some() {
            len += 1;
        }
        if self.site_binding.is_some() {
            len += 1;
        }
        if self.source.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.RegisterBaselineRequest", len)?;
        if let Some(v) = self.request_id.as_ref() {
            struct_ser.serialize_field("requestId", v)?;
        }
        if !self.model_type.is_empty() {
            struct_ser.serialize_field("modelType", &self.model_type)?;
        }
        if let Some(v) = self.model_name.as_ref() {
            struct_ser.serialize_field("modelName", v)?;
        }
        if let Some(v) = self.signature.as_ref() {
            struct_ser.serialize_field("signature", v)?;
        }
        if let Some(v) = self.metadata.as_ref() {
            struct_ser.serialize_field("metadata", v)?;
        }
        if !self.tags.is_empty() {
            struct_ser.serialize_field("tags", &self.tags)?;
        }
        if !self.params.is_empty() {
            struct_ser.serialize_field("params", &self.params)?;
        }
        if !self.metrics.is_empty() {
            struct_ser.serialize_field("metrics", &self.metrics)?;
        }
        if let Some(v) = self.description.as_ref() {
            struct_ser.serialize_field("description", v)?;
        }
        if let Some(v) = self.experiment_name.as_ref() {
            struct_ser.serialize_field("experimentName", v)?;
        }
        if let Some(v) = self.run_id.as_ref() {
            struct_ser.serialize_field("runId", v)?;
        }
        if let Some(v) = self.input_example.as_ref() {
            struct_ser.serialize_field("inputExample", v)?;
        }
        if let Some(v) = self.output_example.as_ref() {
            struct_ser.serialize_field("outputExample", v)?;
        }
        if let Some(v) = self.params_example.as_ref() {
            struct_ser.serialize_field("paramsExample", v)?;
        }
        if let Some(v) = self.require_compatible_with.as_ref() {
            struct_ser.serialize_field("requireCompatibleWith", v)?;
        }
        if let Some(v) = self.signature_bundle.as_ref() {
            struct_ser.serialize_field("signatureBundle", v)?;
        }
        if let Some(v) = self.site_binding.as_ref() {
            struct_ser.serialize_field("siteBinding", v)?;
        }
        if let Some(v) = self.source.as_ref() {
            match v {
                register_baseline_request::Source::Package(v) => {
                    struct_ser.serialize_field("package", v)?;
                }
                register_baseline_request::Source::MlflowUri(v) => {
                    struct_ser.serialize_field("mlflowUri", v)?;
                }
                register_baseline_request::Source::UploadedPackage(v) => {
                    struct_ser.serialize_field("uploadedPackage", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RegisterBaselineRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "request_id",
            "requestId",
            "model_type",
            "modelType",
            "model_name",
            "modelName",
            "signature",
            "metadata",
            "tags",
            "params",
            "metrics",
            "description",
            "experiment_name",
            "experimentName",
            "run_id",
            "runId",
            "input_example",
            "inputExample",
            "output_example",
            "outputExample",
            "params_example",
            "paramsExample",
            "require_compatible_with",
            "requireCompatibleWith",
            "signature_bundle",
            "signatureBundle",
            "site_binding",
            "siteBinding",
            "package",
            "mlflow_uri",
            "mlflowUri",
            "uploaded_package",
            "uploadedPackage",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            RequestId,
            ModelType,
            ModelName,
            Signature,
            Metadata,
            Tags,
            Params,
            Metrics,
            Description,
            ExperimentName,
            RunId,
            InputExample,
            OutputExample,
            ParamsExample,
            RequireCompatibleWith,
            SignatureBundle,
            SiteBinding,
            Package,
            MlflowUri,
            UploadedPackage,
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
                            "modelType" | "model_type" => Ok(GeneratedField::ModelType),
                            "modelName" | "model_name" => Ok(GeneratedField::ModelName),
                            "signature" => Ok(GeneratedField::Signature),
                            "metadata" => Ok(GeneratedField::Metadata),
                            "tags" => Ok(GeneratedField::Tags),
                            "params" => Ok(GeneratedField::Params),
                            "metrics" => Ok(GeneratedField::Metrics),
                            "description" => Ok(GeneratedField::Description),
                            "experimentName" | "experiment_name" => Ok(GeneratedField::ExperimentName),
                            "runId" | "run_id" => Ok(GeneratedField::RunId),
                            "inputExample" | "input_example" => Ok(GeneratedField::InputExample),
                            "outputExample" | "output_example" => Ok(GeneratedField::OutputExample),
                            "paramsExample" | "params_example" => Ok(GeneratedField::ParamsExample),
                            "requireCompatibleWith" | "require_compatible_with" => Ok(GeneratedField::RequireCompatibleWith),
                            "signatureBundle" | "signature_bundle" => Ok(GeneratedField::SignatureBundle),
                            "siteBinding" | "site_binding" => Ok(GeneratedField::SiteBinding),
                            "package" => Ok(GeneratedField::Package),
                            "mlflowUri" | "mlflow_uri" => Ok(GeneratedField::MlflowUri),
                            "uploadedPackage" | "uploaded_package" => Ok(GeneratedField::UploadedPackage),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RegisterBaselineRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.RegisterBaselineRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RegisterBaselineRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut request_id__ = None;
                let mut model_type__ = None;
                let mut model_name__ = None;
                let mut signature__ = None;
                let mut metadata__ = None;
                let mut tags__ = None;
                let mut params__ = None;
                let mut metrics__ = None;
                let mut description__ = None;
                let mut experiment_name__ = None;
                let mut run_id__ = None;
                let mut input_example__ = None;
                let mut output_example__ = None;
                let mut params_example__ = None;
                let mut require_compatible_with__ = None;
                let mut signature_bundle__ = None;
                let mut site_binding__ = None;
                let mut source__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = map_.next_value()?;
                        }
                        GeneratedField::ModelType => {
                            if model_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelType"));
                            }
                            model_type__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelName"));
                            }
                            model_name__ = map_.next_value()?;
                        }
                        GeneratedField::Signature => {
                            if signature__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signature"));
                            }
                            signature__ = map_.next_value()?;
                        }
                        GeneratedField::Metadata => {
                            if metadata__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metadata"));
                            }
                            metadata__ = map_.next_value()?;
                        }
                        GeneratedField::Tags => {
                            if tags__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tags"));
                            }
                            tags__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Params => {
                            if params__.is_some() {
                                return Err(serde::de::Error::duplicate_field("params"));
                            }
                            params__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Metrics => {
                            if metrics__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metrics"));
                            }
                            metrics__ = Some(
                                map_.next_value::<std::collections::HashMap<_, ::pbjson::private::NumberDeserialize<f64>>>()?
                                    .into_iter().map(|(k,v)| (k, v.0)).collect()
                            );
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = map_.next_value()?;
                        }
                        GeneratedField::ExperimentName => {
                            if experiment_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("experimentName"));
                            }
                            experiment_name__ = map_.next_value()?;
                        }
                        GeneratedField::RunId => {
                            if run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runId"));
                            }
                            run_id__ = map_.next_value()?;
                        }
                        GeneratedField::InputExample => {
                            if input_example__.is_some() {
                                return Err(serde::de::Error::duplicate_field("inputExample"));
                            }
                            input_example__ = map_.next_value()?;
                        }
                        GeneratedField::OutputExample => {
                            if output_example__.is_some() {
                                return Err(serde::de::Error::duplicate_field("outputExample"));
                            }
                            output_example__ = map_.next_value()?;
                        }
                        GeneratedField::ParamsExample => {
                            if params_example__.is_some() {
                                return Err(serde::de::Error::duplicate_field("paramsExample"));
                            }
                            params_example__ = map_.next_value()?;
                        }
                        GeneratedField::RequireCompatibleWith => {
                            if require_compatible_with__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requireCompatibleWith"));
                            }
                            require_compatible_with__ = map_.next_value()?;
                        }
                        GeneratedField::SignatureBundle => {
                            if signature_bundle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signatureBundle"));
                            }
                            signature_bundle__ = map_.next_value()?;
                        }
                        GeneratedField::SiteBinding => {
                            if site_binding__.is_some() {
                                return Err(serde::de::Error::duplicate_field("siteBinding"));
                            }
                            site_binding__ = map_.next_value()?;
                        }
                        GeneratedField::Package => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("package"));
                            }
                            source__ = map_.next_value::<::std::option::Option<_>>()?.map(register_baseline_request::Source::Package)
;
                        }
                        GeneratedField::MlflowUri => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mlflowUri"));
                            }
                            source__ = map_.next_value::<::std::option::Option<_>>()?.map(register_baseline_request::Source::MlflowUri);
                        }
                        GeneratedField::UploadedPackage => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("uploadedPackage"));
                            }
                            source__ = map_.next_value::<::std::option::Option<_>>()?.map(register_baseline_request::Source::UploadedPackage)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RegisterBaselineRequest {
                    request_id: request_id__,
                    model_type: model_type__.unwrap_or_default(),
                    model_name: model_name__,
                    signature: signature__,
                    metadata: metadata__,
                    tags: tags__.unwrap_or_default(),
                    params: params__.unwrap_or_default(),
                    metrics: metrics__.unwrap_or_default(),
                    description: description__,
                    experiment_name: experiment_name__,
                    run_id: run_id__,
                    input_example: input_example__,
                    output_example: output_example__,
                    params_example: params_example__,
                    require_compatible_with: require_compatible_with__,
                    signature_bundle: signature_bundle__,
                    site_binding: site_binding__,
                    source: source__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.RegisterBaselineRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RegisterBaselineResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.registration.is_some() {
            len += 1;
        }
        if !self.consistency_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.RegisterBaselineResponse", len)?;
        if let Some(v) = self.registration.as_ref() {
            struct_ser.serialize_field("registration", v)?;
        }
        if !self.consistency_token.is_empty() {
            struct_ser.serialize_field("consistencyToken", &self.consistency_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RegisterBaselineResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "registration",
            "consistency_token",
            "consistencyToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Registration,
            ConsistencyToken,
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
                            "registration" => Ok(GeneratedField::Registration),
                            "consistencyToken" | "consistency_token" => Ok(GeneratedField::ConsistencyToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RegisterBaselineResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.RegisterBaselineResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RegisterBaselineResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut registration__ = None;
                let mut consistency_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Registration => {
                            if registration__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registration"));
                            }
                            registration__ = map_.next_value()?;
                        }
                        GeneratedField::ConsistencyToken => {
                            if consistency_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistencyToken"));
                            }
                            consistency_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RegisterBaselineResponse {
                    registration: registration__,
                    consistency_token: consistency_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.RegisterBaselineResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RegisterImprovedModelRequest {
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
        if self.baseline.is_some() {
            len += 1;
        }
        if self.contributor.is_some() {
            len += 1;
        }
        if self.model_name.is_some() {
            len += 1;
        }
        if self.model_type.is_some() {
            len += 1;
        }
        if self.signature.is_some() {
            len += 1;
        }
        if self.metadata.is_some() {
            len += 1;
        }
        if !self.tags.is_empty() {
            len += 1;
        }
        if !self.params.is_empty() {
            len += 1;
        }
        if !self.metrics.is_empty() {
            len += 1;
        }
        if !self.delta_metrics.is_empty() {
            len += 1;
        }
        if !self.metric_details.is_empty() {
            len += 1;
        }
        if self.description.is_some() {
            len += 1;
        }
        if self.experiment_name.is_some() {
            len += 1;
        }
        if self.run_id.is_some() {
            len += 1;
        }
        if self.input_example.is_some() {
            len += 1;
        }
        if self.output_example.is_some() {
            len += 1;
        }
        if self.params_example.is_some() {
            len += 1;
        }
        if self.require_compatible_with.is_some() {
            len += 1;
        }
        if self.signature_bundle.is_some() {
            len += 1;
        }
        if self.site_binding.is_some() {
            len += 1;
        }
        if self.source.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.RegisterImprovedModelRequest", len)?;
        if let Some(v) = self.request_id.as_ref() {
            struct_ser.serialize_field("requestId", v)?;
        }
        if let Some(v) = self.baseline.as_ref() {
            struct_ser.serialize_field("baseline", v)?;
        }
        if let Some(v) = self.contributor.as_ref() {
            struct_ser.serialize_field("contributor", v)?;
        }
        if let Some(v) = self.model_name.as_ref() {
            struct_ser.serialize_field("modelName", v)?;
        }
        if let Some(v) = self.model_type.as_ref() {
            struct_ser.serialize_field("modelType", v)?;
        }
        if let Some(v) = self.signature.as_ref() {
            struct_ser.serialize_field("signature", v)?;
        }
        if let Some(v) = self.metadata.as_ref() {
            struct_ser.serialize_field("metadata", v)?;
        }
        if !self.tags.is_empty() {
            struct_ser.serialize_field("tags", &self.tags)?;
        }
        if !self.params.is_empty() {
            struct_ser.serialize_field("params", &self.params)?;
        }
        if !self.metrics.is_empty() {
            struct_ser.serialize_field("metrics", &self.metrics)?;
        }
        if !self.delta_metrics.is_empty() {
            struct_ser.serialize_field("deltaMetrics", &self.delta_metrics)?;
        }
        if !self.metric_details.is_empty() {
            struct_ser.serialize_field("metricDetails", &self.metric_details)?;
        }
        if let Some(v) = self.description.as_ref() {
            struct_ser.serialize_field("description", v)?;
        }
        if let Some(v) = self.experiment_name.as_ref() {
            struct_ser.serialize_field("experimentName", v)?;
        }
        if let Some(v) = self.run_id.as_ref() {
            struct_ser.serialize_field("runId", v)?;
        }
        if let Some(v) = self.input_example.as_ref() {
            struct_ser.serialize_field("inputExample", v)?;
        }
        if let Some(v) = self.output_example.as_ref() {
            struct_ser.serialize_field("outputExample", v)?;
        }
        if let Some(v) = self.params_example.as_ref() {
            struct_ser.serialize_field("paramsExample", v)?;
        }
        if let Some(v) = self.require_compatible_with.as_ref() {
            struct_ser.serialize_field("requireCompatibleWith", v)?;
        }
        if let Some(v) = self.signature_bundle.as_ref() {
            struct_ser.serialize_field("signatureBundle", v)?;
        }
        if let Some(v) = self.site_binding.as_ref() {
            struct_ser.serialize_field("siteBinding", v)?;
        }
        if let Some(v) = self.source.as_ref() {
            match v {
                register_improved_model_request::Source::Package(v) => {
                    struct_ser.serialize_field("package", v)?;
                }
                register_improved_model_request::Source::MlflowUri(v) => {
                    struct_ser.serialize_field("mlflowUri", v)?;
                }
                register_improved_model_request::Source::UploadedPackage(v) => {
                    struct_ser.serialize_field("uploadedPackage", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RegisterImprovedModelRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "request_id",
            "requestId",
            "baseline",
            "contributor",
            "model_name",
            "modelName",
            "model_type",
            "modelType",
            "signature",
            "metadata",
            "tags",
            "params",
            "metrics",
            "delta_metrics",
            "deltaMetrics",
            "metric_details",
            "metricDetails",
            "description",
            "experiment_name",
            "experimentName",
            "run_id",
            "runId",
            "input_example",
            "inputExample",
            "output_example",
            "outputExample",
            "params_example",
            "paramsExample",
            "require_compatible_with",
            "requireCompatibleWith",
            "signature_bundle",
            "signatureBundle",
            "site_binding",
            "siteBinding",
            "package",
            "mlflow_uri",
            "mlflowUri",
            "uploaded_package",
            "uploadedPackage",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            RequestId,
            Baseline,
            Contributor,
            ModelName,
            ModelType,
            Signature,
            Metadata,
            Tags,
            Params,
            Metrics,
            DeltaMetrics,
            MetricDetails,
            Description,
            ExperimentName,
            RunId,
            InputExample,
            OutputExample,
            ParamsExample,
            RequireCompatibleWith,
            SignatureBundle,
            SiteBinding,
            Package,
            MlflowUri,
            UploadedPackage,
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
                            "baseline" => Ok(GeneratedField::Baseline),
                            "contributor" => Ok(GeneratedField::Contributor),
                            "modelName" | "model_name" => Ok(GeneratedField::ModelName),
                            "modelType" | "model_type" => Ok(GeneratedField::ModelType),
                            "signature" => Ok(GeneratedField::Signature),
                            "metadata" => Ok(GeneratedField::Metadata),
                            "tags" => Ok(GeneratedField::Tags),
                            "params" => Ok(GeneratedField::Params),
                            "metrics" => Ok(GeneratedField::Metrics),
                            "deltaMetrics" | "delta_metrics" => Ok(GeneratedField::DeltaMetrics),
                            "metricDetails" | "metric_details" => Ok(GeneratedField::MetricDetails),
                            "description" => Ok(GeneratedField::Description),
                            "experimentName" | "experiment_name" => Ok(GeneratedField::ExperimentName),
                            "runId" | "run_id" => Ok(GeneratedField::RunId),
                            "inputExample" | "input_example" => Ok(GeneratedField::InputExample),
                            "outputExample" | "output_example" => Ok(GeneratedField::OutputExample),
                            "paramsExample" | "params_example" => Ok(GeneratedField::ParamsExample),
                            "requireCompatibleWith" | "require_compatible_with" => Ok(GeneratedField::RequireCompatibleWith),
                            "signatureBundle" | "signature_bundle" => Ok(GeneratedField::SignatureBundle),
                            "siteBinding" | "site_binding" => Ok(GeneratedField::SiteBinding),
                            "package" => Ok(GeneratedField::Package),
                            "mlflowUri" | "mlflow_uri" => Ok(GeneratedField::MlflowUri),
                            "uploadedPackage" | "uploaded_package" => Ok(GeneratedField::UploadedPackage),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RegisterImprovedModelRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.RegisterImprovedModelRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RegisterImprovedModelRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut request_id__ = None;
                let mut baseline__ = None;
                let mut contributor__ = None;
                let mut model_name__ = None;
                let mut model_type__ = None;
                let mut signature__ = None;
                let mut metadata__ = None;
                let mut tags__ = None;
                let mut params__ = None;
                let mut metrics__ = None;
                let mut delta_metrics__ = None;
                let mut metric_details__ = None;
                let mut description__ = None;
                let mut experiment_name__ = None;
                let mut run_id__ = None;
                let mut input_example__ = None;
                let mut output_example__ = None;
                let mut params_example__ = None;
                let mut require_compatible_with__ = None;
                let mut signature_bundle__ = None;
                let mut site_binding__ = None;
                let mut source__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = map_.next_value()?;
                        }
                        GeneratedField::Baseline => {
                            if baseline__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baseline"));
                            }
                            baseline__ = map_.next_value()?;
                        }
                        GeneratedField::Contributor => {
                            if contributor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contributor"));
                            }
                            contributor__ = map_.next_value()?;
                        }
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelName"));
                            }
                            model_name__ = map_.next_value()?;
                        }
                        GeneratedField::ModelType => {
                            if model_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelType"));
                            }
                            model_type__ = map_.next_value()?;
                        }
                        GeneratedField::Signature => {
                            if signature__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signature"));
                            }
                            signature__ = map_.next_value()?;
                        }
                        GeneratedField::Metadata => {
                            if metadata__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metadata"));
                            }
                            metadata__ = map_.next_value()?;
                        }
                        GeneratedField::Tags => {
                            if tags__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tags"));
                            }
                            tags__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Params => {
                            if params__.is_some() {
                                return Err(serde::de::Error::duplicate_field("params"));
                            }
                            params__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Metrics => {
                            if metrics__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metrics"));
                            }
                            metrics__ = Some(
                                map_.next_value::<std::collections::HashMap<_, ::pbjson::private::NumberDeserialize<f64>>>()?
                                    .into_iter().map(|(k,v)| (k, v.0)).collect()
                            );
                        }
                        GeneratedField::DeltaMetrics => {
                            if delta_metrics__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deltaMetrics"));
                            }
                            delta_metrics__ = Some(
                                map_.next_value::<std::collections::HashMap<_, ::pbjson::private::NumberDeserialize<f64>>>()?
                                    .into_iter().map(|(k,v)| (k, v.0)).collect()
                            );
                        }
                        GeneratedField::MetricDetails => {
                            if metric_details__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metricDetails"));
                            }
                            metric_details__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = map_.next_value()?;
                        }
                        GeneratedField::ExperimentName => {
                            if experiment_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("experimentName"));
                            }
                            experiment_name__ = map_.next_value()?;
                        }
                        GeneratedField::RunId => {
                            if run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runId"));
                            }
                            run_id__ = map_.next_value()?;
                        }
                        GeneratedField::InputExample => {
                            if input_example__.is_some() {
                                return Err(serde::de::Error::duplicate_field("inputExample"));
                            }
                            input_example__ = map_.next_value()?;
                        }
                        GeneratedField::OutputExample => {
                            if output_example__.is_some() {
                                return Err(serde::de::Error::duplicate_field("outputExample"));
                            }
                            output_example__ = map_.next_value()?;
                        }
                        GeneratedField::ParamsExample => {
                            if params_example__.is_some() {
                                return Err(serde::de::Error::duplicate_field("paramsExample"));
                            }
                            params_example__ = map_.next_value()?;
                        }
                        GeneratedField::RequireCompatibleWith => {
                            if require_compatible_with__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requireCompatibleWith"));
                            }
                            require_compatible_with__ = map_.next_value()?;
                        }
                        GeneratedField::SignatureBundle => {
                            if signature_bundle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signatureBundle"));
                            }
                            signature_bundle__ = map_.next_value()?;
                        }
                        GeneratedField::SiteBinding => {
                            if site_binding__.is_some() {
                                return Err(serde::de::Error::duplicate_field("siteBinding"));
                            }
                            site_binding__ = map_.next_value()?;
                        }
                        GeneratedField::Package => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("package"));
                            }
                            source__ = map_.next_value::<::std::option::Option<_>>()?.map(register_improved_model_request::Source::Package)
;
                        }
                        GeneratedField::MlflowUri => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mlflowUri"));
                            }
                            source__ = map_.next_value::<::std::option::Option<_>>()?.map(register_improved_model_request::Source::MlflowUri);
                        }
                        GeneratedField::UploadedPackage => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("uploadedPackage"));
                            }
                            source__ = map_.next_value::<::std::option::Option<_>>()?.map(register_improved_model_request::Source::UploadedPackage)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RegisterImprovedModelRequest {
                    request_id: request_id__,
                    baseline: baseline__,
                    contributor: contributor__,
                    model_name: model_name__,
                    model_type: model_type__,
                    signature: signature__,
                    metadata: metadata__,
                    tags: tags__.unwrap_or_default(),
                    params: params__.unwrap_or_default(),
                    metrics: metrics__.unwrap_or_default(),
                    delta_metrics: delta_metrics__.unwrap_or_default(),
                    metric_details: metric_details__.unwrap_or_default(),
                    description: description__,
                    experiment_name: experiment_name__,
                    run_id: run_id__,
                    input_example: input_example__,
                    output_example: output_example__,
                    params_example: params_example__,
                    require_compatible_with: require_compatible_with__,
                    signature_bundle: signature_bundle__,
                    site_binding: site_binding__,
                    source: source__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.RegisterImprovedModelRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RegisterImprovedModelResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.registration.is_some() {
            len += 1;
        }
        if !self.consistency_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.RegisterImprovedModelResponse", len)?;
        if let Some(v) = self.registration.as_ref() {
            struct_ser.serialize_field("registration", v)?;
        }
        if !self.consistency_token.is_empty() {
            struct_ser.serialize_field("consistencyToken", &self.consistency_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RegisterImprovedModelResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "registration",
            "consistency_token",
            "consistencyToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Registration,
            ConsistencyToken,
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
                            "registration" => Ok(GeneratedField::Registration),
                            "consistencyToken" | "consistency_token" => Ok(GeneratedField::ConsistencyToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RegisterImprovedModelResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.RegisterImprovedModelResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RegisterImprovedModelResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut registration__ = None;
                let mut consistency_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Registration => {
                            if registration__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registration"));
                            }
                            registration__ = map_.next_value()?;
                        }
                        GeneratedField::ConsistencyToken => {
                            if consistency_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistencyToken"));
                            }
                            consistency_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RegisterImprovedModelResponse {
                    registration: registration__,
                    consistency_token: consistency_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.RegisterImprovedModelResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RegisteredModel {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.name.is_empty() {
            len += 1;
        }
        if self.description.is_some() {
            len += 1;
        }
        if !self.tags.is_empty() {
            len += 1;
        }
        if !self.aliases.is_empty() {
            len += 1;
        }
        if self.version_count != 0 {
            len += 1;
        }
        if self.latest_version.is_some() {
            len += 1;
        }
        if self.creation_time.is_some() {
            len += 1;
        }
        if self.last_updated_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.RegisteredModel", len)?;
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if let Some(v) = self.description.as_ref() {
            struct_ser.serialize_field("description", v)?;
        }
        if !self.tags.is_empty() {
            struct_ser.serialize_field("tags", &self.tags)?;
        }
        if !self.aliases.is_empty() {
            struct_ser.serialize_field("aliases", &self.aliases)?;
        }
        if self.version_count != 0 {
            struct_ser.serialize_field("versionCount", &self.version_count)?;
        }
        if let Some(v) = self.latest_version.as_ref() {
            struct_ser.serialize_field("latestVersion", v)?;
        }
        if let Some(v) = self.creation_time.as_ref() {
            struct_ser.serialize_field("creationTime", v)?;
        }
        if let Some(v) = self.last_updated_time.as_ref() {
            struct_ser.serialize_field("lastUpdatedTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RegisteredModel {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "description",
            "tags",
            "aliases",
            "version_count",
            "versionCount",
            "latest_version",
            "latestVersion",
            "creation_time",
            "creationTime",
            "last_updated_time",
            "lastUpdatedTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Description,
            Tags,
            Aliases,
            VersionCount,
            LatestVersion,
            CreationTime,
            LastUpdatedTime,
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
                            "name" => Ok(GeneratedField::Name),
                            "description" => Ok(GeneratedField::Description),
                            "tags" => Ok(GeneratedField::Tags),
                            "aliases" => Ok(GeneratedField::Aliases),
                            "versionCount" | "version_count" => Ok(GeneratedField::VersionCount),
                            "latestVersion" | "latest_version" => Ok(GeneratedField::LatestVersion),
                            "creationTime" | "creation_time" => Ok(GeneratedField::CreationTime),
                            "lastUpdatedTime" | "last_updated_time" => Ok(GeneratedField::LastUpdatedTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RegisteredModel;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.RegisteredModel")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RegisteredModel, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut description__ = None;
                let mut tags__ = None;
                let mut aliases__ = None;
                let mut version_count__ = None;
                let mut latest_version__ = None;
                let mut creation_time__ = None;
                let mut last_updated_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = map_.next_value()?;
                        }
                        GeneratedField::Tags => {
                            if tags__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tags"));
                            }
                            tags__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Aliases => {
                            if aliases__.is_some() {
                                return Err(serde::de::Error::duplicate_field("aliases"));
                            }
                            aliases__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::VersionCount => {
                            if version_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("versionCount"));
                            }
                            version_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::LatestVersion => {
                            if latest_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("latestVersion"));
                            }
                            latest_version__ = map_.next_value()?;
                        }
                        GeneratedField::CreationTime => {
                            if creation_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("creationTime"));
                            }
                            creation_time__ = map_.next_value()?;
                        }
                        GeneratedField::LastUpdatedTime => {
                            if last_updated_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastUpdatedTime"));
                            }
                            last_updated_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RegisteredModel {
                    name: name__.unwrap_or_default(),
                    description: description__,
                    tags: tags__.unwrap_or_default(),
                    aliases: aliases__.unwrap_or_default(),
                    version_count: version_count__.unwrap_or_default(),
                    latest_version: latest_version__,
                    creation_time: creation_time__,
                    last_updated_time: last_updated_time__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.RegisteredModel", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Registration {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.registration_id.is_some() {
            len += 1;
        }
        if !self.model_id.is_empty() {
            len += 1;
        }
        if !self.model_name.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        if self.model_type.is_some() {
            len += 1;
        }
        if self.is_baseline.is_some() {
            len += 1;
        }
        if self.run_id.is_some() {
            len += 1;
        }
        if self.registration_time.is_some() {
            len += 1;
        }
        if self.model_info.is_some() {
            len += 1;
        }
        if self.model_version.is_some() {
            len += 1;
        }
        if self.baseline.is_some() {
            len += 1;
        }
        if self.contributor.is_some() {
            len += 1;
        }
        if !self.improvements.is_empty() {
            len += 1;
        }
        if self.site_binding.is_some() {
            len += 1;
        }
        if self.registered_by.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Registration", len)?;
        if let Some(v) = self.registration_id.as_ref() {
            struct_ser.serialize_field("registrationId", v)?;
        }
        if !self.model_id.is_empty() {
            struct_ser.serialize_field("modelId", &self.model_id)?;
        }
        if !self.model_name.is_empty() {
            struct_ser.serialize_field("modelName", &self.model_name)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if let Some(v) = self.model_type.as_ref() {
            struct_ser.serialize_field("modelType", v)?;
        }
        if let Some(v) = self.is_baseline.as_ref() {
            struct_ser.serialize_field("isBaseline", v)?;
        }
        if let Some(v) = self.run_id.as_ref() {
            struct_ser.serialize_field("runId", v)?;
        }
        if let Some(v) = self.registration_time.as_ref() {
            struct_ser.serialize_field("registrationTime", v)?;
        }
        if let Some(v) = self.model_info.as_ref() {
            struct_ser.serialize_field("modelInfo", v)?;
        }
        if let Some(v) = self.model_version.as_ref() {
            struct_ser.serialize_field("modelVersion", v)?;
        }
        if let Some(v) = self.baseline.as_ref() {
            struct_ser.serialize_field("baseline", v)?;
        }
        if let Some(v) = self.contributor.as_ref() {
            struct_ser.serialize_field("contributor", v)?;
        }
        if !self.improvements.is_empty() {
            struct_ser.serialize_field("improvements", &self.improvements)?;
        }
        if let Some(v) = self.site_binding.as_ref() {
            struct_ser.serialize_field("siteBinding", v)?;
        }
        if let Some(v) = self.registered_by.as_ref() {
            struct_ser.serialize_field("registeredBy", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Registration {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "registration_id",
            "registrationId",
            "model_id",
            "modelId",
            "model_name",
            "modelName",
            "version",
            "model_type",
            "modelType",
            "is_baseline",
            "isBaseline",
            "run_id",
            "runId",
            "registration_time",
            "registrationTime",
            "model_info",
            "modelInfo",
            "model_version",
            "modelVersion",
            "baseline",
            "contributor",
            "improvements",
            "site_binding",
            "siteBinding",
            "registered_by",
            "registeredBy",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            RegistrationId,
            ModelId,
            ModelName,
            Version,
            ModelType,
            IsBaseline,
            RunId,
            RegistrationTime,
            ModelInfo,
            ModelVersion,
            Baseline,
            Contributor,
            Improvements,
            SiteBinding,
            RegisteredBy,
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
                            "registrationId" | "registration_id" => Ok(GeneratedField::RegistrationId),
                            "modelId" | "model_id" => Ok(GeneratedField::ModelId),
                            "modelName" | "model_name" => Ok(GeneratedField::ModelName),
                            "version" => Ok(GeneratedField::Version),
                            "modelType" | "model_type" => Ok(GeneratedField::ModelType),
                            "isBaseline" | "is_baseline" => Ok(GeneratedField::IsBaseline),
                            "runId" | "run_id" => Ok(GeneratedField::RunId),
                            "registrationTime" | "registration_time" => Ok(GeneratedField::RegistrationTime),
                            "modelInfo" | "model_info" => Ok(GeneratedField::ModelInfo),
                            "modelVersion" | "model_version" => Ok(GeneratedField::ModelVersion),
                            "baseline" => Ok(GeneratedField::Baseline),
                            "contributor" => Ok(GeneratedField::Contributor),
                            "improvements" => Ok(GeneratedField::Improvements),
                            "siteBinding" | "site_binding" => Ok(GeneratedField::SiteBinding),
                            "registeredBy" | "registered_by" => Ok(GeneratedField::RegisteredBy),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Registration;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Registration")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Registration, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut registration_id__ = None;
                let mut model_id__ = None;
                let mut model_name__ = None;
                let mut version__ = None;
                let mut model_type__ = None;
                let mut is_baseline__ = None;
                let mut run_id__ = None;
                let mut registration_time__ = None;
                let mut model_info__ = None;
                let mut model_version__ = None;
                let mut baseline__ = None;
                let mut contributor__ = None;
                let mut improvements__ = None;
                let mut site_binding__ = None;
                let mut registered_by__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::RegistrationId => {
                            if registration_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registrationId"));
                            }
                            registration_id__ = map_.next_value()?;
                        }
                        GeneratedField::ModelId => {
                            if model_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelId"));
                            }
                            model_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelName"));
                            }
                            model_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelType => {
                            if model_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelType"));
                            }
                            model_type__ = map_.next_value()?;
                        }
                        GeneratedField::IsBaseline => {
                            if is_baseline__.is_some() {
                                return Err(serde::de::Error::duplicate_field("isBaseline"));
                            }
                            is_baseline__ = map_.next_value()?;
                        }
                        GeneratedField::RunId => {
                            if run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runId"));
                            }
                            run_id__ = map_.next_value()?;
                        }
                        GeneratedField::RegistrationTime => {
                            if registration_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registrationTime"));
                            }
                            registration_time__ = map_.next_value()?;
                        }
                        GeneratedField::ModelInfo => {
                            if model_info__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelInfo"));
                            }
                            model_info__ = map_.next_value()?;
                        }
                        GeneratedField::ModelVersion => {
                            if model_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelVersion"));
                            }
                            model_version__ = map_.next_value()?;
                        }
                        GeneratedField::Baseline => {
                            if baseline__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baseline"));
                            }
                            baseline__ = map_.next_value()?;
                        }
                        GeneratedField::Contributor => {
                            if contributor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contributor"));
                            }
                            contributor__ = map_.next_value()?;
                        }
                        GeneratedField::Improvements => {
                            if improvements__.is_some() {
                                return Err(serde::de::Error::duplicate_field("improvements"));
                            }
                            improvements__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SiteBinding => {
                            if site_binding__.is_some() {
                                return Err(serde::de::Error::duplicate_field("siteBinding"));
                            }
                            site_binding__ = map_.next_value()?;
                        }
                        GeneratedField::RegisteredBy => {
                            if registered_by__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registeredBy"));
                            }
                            registered_by__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Registration {
                    registration_id: registration_id__,
                    model_id: model_id__.unwrap_or_default(),
                    model_name: model_name__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                    model_type: model_type__,
                    is_baseline: is_baseline__,
                    run_id: run_id__,
                    registration_time: registration_time__,
                    model_info: model_info__,
                    model_version: model_version__,
                    baseline: baseline__,
                    contributor: contributor__,
                    improvements: improvements__.unwrap_or_default(),
                    site_binding: site_binding__,
                    registered_by: registered_by__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Registration", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ScalarType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "SCALAR_TYPE_UNSPECIFIED",
            Self::Boolean => "SCALAR_TYPE_BOOLEAN",
            Self::Integer => "SCALAR_TYPE_INTEGER",
            Self::Long => "SCALAR_TYPE_LONG",
            Self::Float => "SCALAR_TYPE_FLOAT",
            Self::Double => "SCALAR_TYPE_DOUBLE",
            Self::String => "SCALAR_TYPE_STRING",
            Self::Binary => "SCALAR_TYPE_BINARY",
            Self::Datetime => "SCALAR_TYPE_DATETIME",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for ScalarType {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "SCALAR_TYPE_UNSPECIFIED",
            "SCALAR_TYPE_BOOLEAN",
            "SCALAR_TYPE_INTEGER",
            "SCALAR_TYPE_LONG",
            "SCALAR_TYPE_FLOAT",
            "SCALAR_TYPE_DOUBLE",
            "SCALAR_TYPE_STRING",
            "SCALAR_TYPE_BINARY",
            "SCALAR_TYPE_DATETIME",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = ScalarType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(ScalarType::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(ScalarType::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "SCALAR_TYPE_UNSPECIFIED" => Ok(ScalarType::Unspecified),
                    "SCALAR_TYPE_BOOLEAN" => Ok(ScalarType::Boolean),
                    "SCALAR_TYPE_INTEGER" => Ok(ScalarType::Integer),
                    "SCALAR_TYPE_LONG" => Ok(ScalarType::Long),
                    "SCALAR_TYPE_FLOAT" => Ok(ScalarType::Float),
                    "SCALAR_TYPE_DOUBLE" => Ok(ScalarType::Double),
                    "SCALAR_TYPE_STRING" => Ok(ScalarType::String),
                    "SCALAR_TYPE_BINARY" => Ok(ScalarType::Binary),
                    "SCALAR_TYPE_DATETIME" => Ok(ScalarType::Datetime),
                    _ => Ok(ScalarType::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Schema {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.kind.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Schema", len)?;
        if let Some(v) = self.kind.as_ref() {
            match v {
                schema::Kind::Columns(v) => {
                    struct_ser.serialize_field("columns", v)?;
                }
                schema::Kind::Tensors(v) => {
                    struct_ser.serialize_field("tensors", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Schema {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "columns",
            "tensors",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Columns,
            Tensors,
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
                            "columns" => Ok(GeneratedField::Columns),
                            "tensors" => Ok(GeneratedField::Tensors),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Schema;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Schema")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Schema, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Columns => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("columns"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(schema::Kind::Columns)
;
                        }
                        GeneratedField::Tensors => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tensors"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(schema::Kind::Tensors)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Schema {
                    kind: kind__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Schema", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SetAliasRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.model_name.is_empty() {
            len += 1;
        }
        if !self.alias.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        if self.etag.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.SetAliasRequest", len)?;
        if !self.model_name.is_empty() {
            struct_ser.serialize_field("modelName", &self.model_name)?;
        }
        if !self.alias.is_empty() {
            struct_ser.serialize_field("alias", &self.alias)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if let Some(v) = self.etag.as_ref() {
            struct_ser.serialize_field("etag", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SetAliasRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_name",
            "modelName",
            "alias",
            "version",
            "etag",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelName,
            Alias,
            Version,
            Etag,
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
                            "modelName" | "model_name" => Ok(GeneratedField::ModelName),
                            "alias" => Ok(GeneratedField::Alias),
                            "version" => Ok(GeneratedField::Version),
                            "etag" => Ok(GeneratedField::Etag),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SetAliasRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.SetAliasRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SetAliasRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_name__ = None;
                let mut alias__ = None;
                let mut version__ = None;
                let mut etag__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelName"));
                            }
                            model_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Alias => {
                            if alias__.is_some() {
                                return Err(serde::de::Error::duplicate_field("alias"));
                            }
                            alias__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Etag => {
                            if etag__.is_some() {
                                return Err(serde::de::Error::duplicate_field("etag"));
                            }
                            etag__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SetAliasRequest {
                    model_name: model_name__.unwrap_or_default(),
                    alias: alias__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                    etag: etag__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.SetAliasRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SetAliasResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.version.is_some() {
            len += 1;
        }
        if !self.consistency_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.SetAliasResponse", len)?;
        if let Some(v) = self.version.as_ref() {
            struct_ser.serialize_field("version", v)?;
        }
        if !self.consistency_token.is_empty() {
            struct_ser.serialize_field("consistencyToken", &self.consistency_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SetAliasResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "version",
            "consistency_token",
            "consistencyToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Version,
            ConsistencyToken,
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
                            "version" => Ok(GeneratedField::Version),
                            "consistencyToken" | "consistency_token" => Ok(GeneratedField::ConsistencyToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SetAliasResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.SetAliasResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SetAliasResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut version__ = None;
                let mut consistency_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = map_.next_value()?;
                        }
                        GeneratedField::ConsistencyToken => {
                            if consistency_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistencyToken"));
                            }
                            consistency_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SetAliasResponse {
                    version: version__,
                    consistency_token: consistency_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.SetAliasResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SetTagsRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.r#ref.is_some() {
            len += 1;
        }
        if !self.tags.is_empty() {
            len += 1;
        }
        if self.etag.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.SetTagsRequest", len)?;
        if let Some(v) = self.r#ref.as_ref() {
            struct_ser.serialize_field("ref", v)?;
        }
        if !self.tags.is_empty() {
            struct_ser.serialize_field("tags", &self.tags)?;
        }
        if let Some(v) = self.etag.as_ref() {
            struct_ser.serialize_field("etag", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SetTagsRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ref",
            "tags",
            "etag",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Ref,
            Tags,
            Etag,
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
                            "ref" => Ok(GeneratedField::Ref),
                            "tags" => Ok(GeneratedField::Tags),
                            "etag" => Ok(GeneratedField::Etag),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SetTagsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.SetTagsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SetTagsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut r#ref__ = None;
                let mut tags__ = None;
                let mut etag__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Ref => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ref"));
                            }
                            r#ref__ = map_.next_value()?;
                        }
                        GeneratedField::Tags => {
                            if tags__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tags"));
                            }
                            tags__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::Etag => {
                            if etag__.is_some() {
                                return Err(serde::de::Error::duplicate_field("etag"));
                            }
                            etag__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SetTagsRequest {
                    r#ref: r#ref__,
                    tags: tags__.unwrap_or_default(),
                    etag: etag__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.SetTagsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SetTagsResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.version.is_some() {
            len += 1;
        }
        if !self.consistency_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.SetTagsResponse", len)?;
        if let Some(v) = self.version.as_ref() {
            struct_ser.serialize_field("version", v)?;
        }
        if !self.consistency_token.is_empty() {
            struct_ser.serialize_field("consistencyToken", &self.consistency_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SetTagsResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "version",
            "consistency_token",
            "consistencyToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Version,
            ConsistencyToken,
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
                            "version" => Ok(GeneratedField::Version),
                            "consistencyToken" | "consistency_token" => Ok(GeneratedField::ConsistencyToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SetTagsResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.SetTagsResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SetTagsResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut version__ = None;
                let mut consistency_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = map_.next_value()?;
                        }
                        GeneratedField::ConsistencyToken => {
                            if consistency_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistencyToken"));
                            }
                            consistency_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SetTagsResponse {
                    version: version__,
                    consistency_token: consistency_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.SetTagsResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Signature {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.inputs.is_some() {
            len += 1;
        }
        if self.outputs.is_some() {
            len += 1;
        }
        if !self.params.is_empty() {
            len += 1;
        }
        if self.mlflow_json.is_some() {
            len += 1;
        }
        if !self.text.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Signature", len)?;
        if let Some(v) = self.inputs.as_ref() {
            struct_ser.serialize_field("inputs", v)?;
        }
        if let Some(v) = self.outputs.as_ref() {
            struct_ser.serialize_field("outputs", v)?;
        }
        if !self.params.is_empty() {
            struct_ser.serialize_field("params", &self.params)?;
        }
        if let Some(v) = self.mlflow_json.as_ref() {
            struct_ser.serialize_field("mlflowJson", v)?;
        }
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Signature {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "inputs",
            "outputs",
            "params",
            "mlflow_json",
            "mlflowJson",
            "text",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Inputs,
            Outputs,
            Params,
            MlflowJson,
            Text,
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
                            "inputs" => Ok(GeneratedField::Inputs),
                            "outputs" => Ok(GeneratedField::Outputs),
                            "params" => Ok(GeneratedField::Params),
                            "mlflowJson" | "mlflow_json" => Ok(GeneratedField::MlflowJson),
                            "text" => Ok(GeneratedField::Text),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Signature;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Signature")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Signature, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut inputs__ = None;
                let mut outputs__ = None;
                let mut params__ = None;
                let mut mlflow_json__ = None;
                let mut text__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Inputs => {
                            if inputs__.is_some() {
                                return Err(serde::de::Error::duplicate_field("inputs"));
                            }
                            inputs__ = map_.next_value()?;
                        }
                        GeneratedField::Outputs => {
                            if outputs__.is_some() {
                                return Err(serde::de::Error::duplicate_field("outputs"));
                            }
                            outputs__ = map_.next_value()?;
                        }
                        GeneratedField::Params => {
                            if params__.is_some() {
                                return Err(serde::de::Error::duplicate_field("params"));
                            }
                            params__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MlflowJson => {
                            if mlflow_json__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mlflowJson"));
                            }
                            mlflow_json__ = map_.next_value()?;
                        }
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Signature {
                    inputs: inputs__,
                    outputs: outputs__,
                    params: params__.unwrap_or_default(),
                    mlflow_json: mlflow_json__,
                    text: text__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Signature", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SignatureComparison {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.compatible {
            len += 1;
        }
        if self.inputs != 0 {
            len += 1;
        }
        if self.outputs != 0 {
            len += 1;
        }
        if self.params != 0 {
            len += 1;
        }
        if !self.differences.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.SignatureComparison", len)?;
        if self.compatible {
            struct_ser.serialize_field("compatible", &self.compatible)?;
        }
        if self.inputs != 0 {
            let v = SignatureVerdict::try_from(self.inputs)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.inputs)))?;
            struct_ser.serialize_field("inputs", &v)?;
        }
        if self.outputs != 0 {
            let v = SignatureVerdict::try_from(self.outputs)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.outputs)))?;
            struct_ser.serialize_field("outputs", &v)?;
        }
        if self.params != 0 {
            let v = SignatureVerdict::try_from(self.params)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.params)))?;
            struct_ser.serialize_field("params", &v)?;
        }
        if !self.differences.is_empty() {
            struct_ser.serialize_field("differences", &self.differences)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SignatureComparison {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "compatible",
            "inputs",
            "outputs",
            "params",
            "differences",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Compatible,
            Inputs,
            Outputs,
            Params,
            Differences,
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
                            "compatible" => Ok(GeneratedField::Compatible),
                            "inputs" => Ok(GeneratedField::Inputs),
                            "outputs" => Ok(GeneratedField::Outputs),
                            "params" => Ok(GeneratedField::Params),
                            "differences" => Ok(GeneratedField::Differences),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SignatureComparison;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.SignatureComparison")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SignatureComparison, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut compatible__ = None;
                let mut inputs__ = None;
                let mut outputs__ = None;
                let mut params__ = None;
                let mut differences__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Compatible => {
                            if compatible__.is_some() {
                                return Err(serde::de::Error::duplicate_field("compatible"));
                            }
                            compatible__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Inputs => {
                            if inputs__.is_some() {
                                return Err(serde::de::Error::duplicate_field("inputs"));
                            }
                            inputs__ = Some(map_.next_value::<SignatureVerdict>()? as i32);
                        }
                        GeneratedField::Outputs => {
                            if outputs__.is_some() {
                                return Err(serde::de::Error::duplicate_field("outputs"));
                            }
                            outputs__ = Some(map_.next_value::<SignatureVerdict>()? as i32);
                        }
                        GeneratedField::Params => {
                            if params__.is_some() {
                                return Err(serde::de::Error::duplicate_field("params"));
                            }
                            params__ = Some(map_.next_value::<SignatureVerdict>()? as i32);
                        }
                        GeneratedField::Differences => {
                            if differences__.is_some() {
                                return Err(serde::de::Error::duplicate_field("differences"));
                            }
                            differences__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SignatureComparison {
                    compatible: compatible__.unwrap_or_default(),
                    inputs: inputs__.unwrap_or_default(),
                    outputs: outputs__.unwrap_or_default(),
                    params: params__.unwrap_or_default(),
                    differences: differences__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.SignatureComparison", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SignatureDifference {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if self.kind != 0 {
            len += 1;
        }
        if self.old.is_some() {
            len += 1;
        }
        if self.next.is_some() {
            len += 1;
        }
        if self.compatible {
            len += 1;
        }
        if !self.reason.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.SignatureDifference", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if self.kind != 0 {
            let v = SignatureDifferenceKind::try_from(self.kind)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.kind)))?;
            struct_ser.serialize_field("kind", &v)?;
        }
        if let Some(v) = self.old.as_ref() {
            struct_ser.serialize_field("old", v)?;
        }
        if let Some(v) = self.next.as_ref() {
            struct_ser.serialize_field("next", v)?;
        }
        if self.compatible {
            struct_ser.serialize_field("compatible", &self.compatible)?;
        }
        if !self.reason.is_empty() {
            struct_ser.serialize_field("reason", &self.reason)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SignatureDifference {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "kind",
            "old",
            "next",
            "compatible",
            "reason",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            Kind,
            Old,
            Next,
            Compatible,
            Reason,
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
                            "path" => Ok(GeneratedField::Path),
                            "kind" => Ok(GeneratedField::Kind),
                            "old" => Ok(GeneratedField::Old),
                            "next" => Ok(GeneratedField::Next),
                            "compatible" => Ok(GeneratedField::Compatible),
                            "reason" => Ok(GeneratedField::Reason),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SignatureDifference;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.SignatureDifference")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SignatureDifference, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut kind__ = None;
                let mut old__ = None;
                let mut next__ = None;
                let mut compatible__ = None;
                let mut reason__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Kind => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kind"));
                            }
                            kind__ = Some(map_.next_value::<SignatureDifferenceKind>()? as i32);
                        }
                        GeneratedField::Old => {
                            if old__.is_some() {
                                return Err(serde::de::Error::duplicate_field("old"));
                            }
                            old__ = map_.next_value()?;
                        }
                        GeneratedField::Next => {
                            if next__.is_some() {
                                return Err(serde::de::Error::duplicate_field("next"));
                            }
                            next__ = map_.next_value()?;
                        }
                        GeneratedField::Compatible => {
                            if compatible__.is_some() {
                                return Err(serde::de::Error::duplicate_field("compatible"));
                            }
                            compatible__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Reason => {
                            if reason__.is_some() {
                                return Err(serde::de::Error::duplicate_field("reason"));
                            }
                            reason__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SignatureDifference {
                    path: path__.unwrap_or_default(),
                    kind: kind__.unwrap_or_default(),
                    old: old__,
                    next: next__,
                    compatible: compatible__.unwrap_or_default(),
                    reason: reason__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.SignatureDifference", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SignatureDifferenceKind {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "SIGNATURE_DIFFERENCE_KIND_UNSPECIFIED",
            Self::Added => "SIGNATURE_DIFFERENCE_KIND_ADDED",
            Self::Removed => "SIGNATURE_DIFFERENCE_KIND_REMOVED",
            Self::Reordered => "SIGNATURE_DIFFERENCE_KIND_REORDERED",
            Self::NamingChanged => "SIGNATURE_DIFFERENCE_KIND_NAMING_CHANGED",
            Self::TypeChanged => "SIGNATURE_DIFFERENCE_KIND_TYPE_CHANGED",
            Self::BecameRequired => "SIGNATURE_DIFFERENCE_KIND_BECAME_REQUIRED",
            Self::BecameOptional => "SIGNATURE_DIFFERENCE_KIND_BECAME_OPTIONAL",
            Self::DtypeChanged => "SIGNATURE_DIFFERENCE_KIND_DTYPE_CHANGED",
            Self::ShapeChanged => "SIGNATURE_DIFFERENCE_KIND_SHAPE_CHANGED",
            Self::DefaultChanged => "SIGNATURE_DIFFERENCE_KIND_DEFAULT_CHANGED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for SignatureDifferenceKind {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "SIGNATURE_DIFFERENCE_KIND_UNSPECIFIED",
            "SIGNATURE_DIFFERENCE_KIND_ADDED",
            "SIGNATURE_DIFFERENCE_KIND_REMOVED",
            "SIGNATURE_DIFFERENCE_KIND_REORDERED",
            "SIGNATURE_DIFFERENCE_KIND_NAMING_CHANGED",
            "SIGNATURE_DIFFERENCE_KIND_TYPE_CHANGED",
            "SIGNATURE_DIFFERENCE_KIND_BECAME_REQUIRED",
            "SIGNATURE_DIFFERENCE_KIND_BECAME_OPTIONAL",
            "SIGNATURE_DIFFERENCE_KIND_DTYPE_CHANGED",
            "SIGNATURE_DIFFERENCE_KIND_SHAPE_CHANGED",
            "SIGNATURE_DIFFERENCE_KIND_DEFAULT_CHANGED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = SignatureDifferenceKind;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(SignatureDifferenceKind::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(SignatureDifferenceKind::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "SIGNATURE_DIFFERENCE_KIND_UNSPECIFIED" => Ok(SignatureDifferenceKind::Unspecified),
                    "SIGNATURE_DIFFERENCE_KIND_ADDED" => Ok(SignatureDifferenceKind::Added),
                    "SIGNATURE_DIFFERENCE_KIND_REMOVED" => Ok(SignatureDifferenceKind::Removed),
                    "SIGNATURE_DIFFERENCE_KIND_REORDERED" => Ok(SignatureDifferenceKind::Reordered),
                    "SIGNATURE_DIFFERENCE_KIND_NAMING_CHANGED" => Ok(SignatureDifferenceKind::NamingChanged),
                    "SIGNATURE_DIFFERENCE_KIND_TYPE_CHANGED" => Ok(SignatureDifferenceKind::TypeChanged),
                    "SIGNATURE_DIFFERENCE_KIND_BECAME_REQUIRED" => Ok(SignatureDifferenceKind::BecameRequired),
                    "SIGNATURE_DIFFERENCE_KIND_BECAME_OPTIONAL" => Ok(SignatureDifferenceKind::BecameOptional),
                    "SIGNATURE_DIFFERENCE_KIND_DTYPE_CHANGED" => Ok(SignatureDifferenceKind::DtypeChanged),
                    "SIGNATURE_DIFFERENCE_KIND_SHAPE_CHANGED" => Ok(SignatureDifferenceKind::ShapeChanged),
                    "SIGNATURE_DIFFERENCE_KIND_DEFAULT_CHANGED" => Ok(SignatureDifferenceKind::DefaultChanged),
                    _ => Ok(SignatureDifferenceKind::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for SignatureSource {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.source.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.SignatureSource", len)?;
        if let Some(v) = self.source.as_ref() {
            match v {
                signature_source::Source::Signature(v) => {
                    struct_ser.serialize_field("signature", v)?;
                }
                signature_source::Source::Version(v) => {
                    struct_ser.serialize_field("version", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SignatureSource {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "signature",
            "version",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Signature,
            Version,
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
                            "signature" => Ok(GeneratedField::Signature),
                            "version" => Ok(GeneratedField::Version),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SignatureSource;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.SignatureSource")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SignatureSource, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut source__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Signature => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signature"));
                            }
                            source__ = map_.next_value::<::std::option::Option<_>>()?.map(signature_source::Source::Signature)
;
                        }
                        GeneratedField::Version => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            source__ = map_.next_value::<::std::option::Option<_>>()?.map(signature_source::Source::Version)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SignatureSource {
                    source: source__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.SignatureSource", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SignatureVerdict {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "SIGNATURE_VERDICT_UNSPECIFIED",
            Self::Unchanged => "SIGNATURE_VERDICT_UNCHANGED",
            Self::Compatible => "SIGNATURE_VERDICT_COMPATIBLE",
            Self::Incompatible => "SIGNATURE_VERDICT_INCOMPATIBLE",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for SignatureVerdict {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "SIGNATURE_VERDICT_UNSPECIFIED",
            "SIGNATURE_VERDICT_UNCHANGED",
            "SIGNATURE_VERDICT_COMPATIBLE",
            "SIGNATURE_VERDICT_INCOMPATIBLE",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = SignatureVerdict;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(SignatureVerdict::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(SignatureVerdict::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "SIGNATURE_VERDICT_UNSPECIFIED" => Ok(SignatureVerdict::Unspecified),
                    "SIGNATURE_VERDICT_UNCHANGED" => Ok(SignatureVerdict::Unchanged),
                    "SIGNATURE_VERDICT_COMPATIBLE" => Ok(SignatureVerdict::Compatible),
                    "SIGNATURE_VERDICT_INCOMPATIBLE" => Ok(SignatureVerdict::Incompatible),
                    _ => Ok(SignatureVerdict::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for SiteBinding {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.token_symbol.is_empty() {
            len += 1;
        }
        if !self.metric_name.is_empty() {
            len += 1;
        }
        if self.baseline_value.is_some() {
            len += 1;
        }
        if self.current_value.is_some() {
            len += 1;
        }
        if self.proposal_identifier.is_some() {
            len += 1;
        }
        if self.experiment_name.is_some() {
            len += 1;
        }
        if self.contributor_address.is_some() {
            len += 1;
        }
        if self.user_id.is_some() {
            len += 1;
        }
        if self.input_schema.is_some() {
            len += 1;
        }
        if self.output_schema.is_some() {
            len += 1;
        }
        if self.eval_spec.is_some() {
            len += 1;
        }
        if self.scorer_ref.is_some() {
            len += 1;
        }
        if self.primary_metric.is_some() {
            len += 1;
        }
        if self.benchmark_spec_id.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.SiteBinding", len)?;
        if !self.token_symbol.is_empty() {
            struct_ser.serialize_field("tokenSymbol", &self.token_symbol)?;
        }
        if !self.metric_name.is_empty() {
            struct_ser.serialize_field("metricName", &self.metric_name)?;
        }
        if let Some(v) = self.baseline_value.as_ref() {
            struct_ser.serialize_field("baselineValue", v)?;
        }
        if let Some(v) = self.current_value.as_ref() {
            struct_ser.serialize_field("currentValue", v)?;
        }
        if let Some(v) = self.proposal_identifier.as_ref() {
            struct_ser.serialize_field("proposalIdentifier", v)?;
        }
        if let Some(v) = self.experiment_name.as_ref() {
            struct_ser.serialize_field("experimentName", v)?;
        }
        if let Some(v) = self.contributor_address.as_ref() {
            struct_ser.serialize_field("contributorAddress", v)?;
        }
        if let Some(v) = self.user_id.as_ref() {
            struct_ser.serialize_field("userId", v)?;
        }
        if let Some(v) = self.input_schema.as_ref() {
            struct_ser.serialize_field("inputSchema", v)?;
        }
        if let Some(v) = self.output_schema.as_ref() {
            struct_ser.serialize_field("outputSchema", v)?;
        }
        if let Some(v) = self.eval_spec.as_ref() {
            struct_ser.serialize_field("evalSpec", v)?;
        }
        if let Some(v) = self.scorer_ref.as_ref() {
            struct_ser.serialize_field("scorerRef", v)?;
        }
        if let Some(v) = self.primary_metric.as_ref() {
            struct_ser.serialize_field("primaryMetric", v)?;
        }
        if let Some(v) = self.benchmark_spec_id.as_ref() {
            struct_ser.serialize_field("benchmarkSpecId", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SiteBinding {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "token_symbol",
            "tokenSymbol",
            "metric_name",
            "metricName",
            "baseline_value",
            "baselineValue",
            "current_value",
            "currentValue",
            "proposal_identifier",
            "proposalIdentifier",
            "experiment_name",
            "experimentName",
            "contributor_address",
            "contributorAddress",
            "user_id",
            "userId",
            "input_schema",
            "inputSchema",
            "output_schema",
            "outputSchema",
            "eval_spec",
            "evalSpec",
            "scorer_ref",
            "scorerRef",
            "primary_metric",
            "primaryMetric",
            "benchmark_spec_id",
            "benchmarkSpecId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            TokenSymbol,
            MetricName,
            BaselineValue,
            CurrentValue,
            ProposalIdentifier,
            ExperimentName,
            ContributorAddress,
            UserId,
            InputSchema,
            OutputSchema,
            EvalSpec,
            ScorerRef,
            PrimaryMetric,
            BenchmarkSpecId,
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
                            "tokenSymbol" | "token_symbol" => Ok(GeneratedField::TokenSymbol),
                            "metricName" | "metric_name" => Ok(GeneratedField::MetricName),
                            "baselineValue" | "baseline_value" => Ok(GeneratedField::BaselineValue),
                            "currentValue" | "current_value" => Ok(GeneratedField::CurrentValue),
                            "proposalIdentifier" | "proposal_identifier" => Ok(GeneratedField::ProposalIdentifier),
                            "experimentName" | "experiment_name" => Ok(GeneratedField::ExperimentName),
                            "contributorAddress" | "contributor_address" => Ok(GeneratedField::ContributorAddress),
                            "userId" | "user_id" => Ok(GeneratedField::UserId),
                            "inputSchema" | "input_schema" => Ok(GeneratedField::InputSchema),
                            "outputSchema" | "output_schema" => Ok(GeneratedField::OutputSchema),
                            "evalSpec" | "eval_spec" => Ok(GeneratedField::EvalSpec),
                            "scorerRef" | "scorer_ref" => Ok(GeneratedField::ScorerRef),
                            "primaryMetric" | "primary_metric" => Ok(GeneratedField::PrimaryMetric),
                            "benchmarkSpecId" | "benchmark_spec_id" => Ok(GeneratedField::BenchmarkSpecId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SiteBinding;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.SiteBinding")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SiteBinding, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut token_symbol__ = None;
                let mut metric_name__ = None;
                let mut baseline_value__ = None;
                let mut current_value__ = None;
                let mut proposal_identifier__ = None;
                let mut experiment_name__ = None;
                let mut contributor_address__ = None;
                let mut user_id__ = None;
                let mut input_schema__ = None;
                let mut output_schema__ = None;
                let mut eval_spec__ = None;
                let mut scorer_ref__ = None;
                let mut primary_metric__ = None;
                let mut benchmark_spec_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::TokenSymbol => {
                            if token_symbol__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tokenSymbol"));
                            }
                            token_symbol__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MetricName => {
                            if metric_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metricName"));
                            }
                            metric_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::BaselineValue => {
                            if baseline_value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baselineValue"));
                            }
                            baseline_value__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::CurrentValue => {
                            if current_value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("currentValue"));
                            }
                            current_value__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::ProposalIdentifier => {
                            if proposal_identifier__.is_some() {
                                return Err(serde::de::Error::duplicate_field("proposalIdentifier"));
                            }
                            proposal_identifier__ = map_.next_value()?;
                        }
                        GeneratedField::ExperimentName => {
                            if experiment_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("experimentName"));
                            }
                            experiment_name__ = map_.next_value()?;
                        }
                        GeneratedField::ContributorAddress => {
                            if contributor_address__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contributorAddress"));
                            }
                            contributor_address__ = map_.next_value()?;
                        }
                        GeneratedField::UserId => {
                            if user_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("userId"));
                            }
                            user_id__ = map_.next_value()?;
                        }
                        GeneratedField::InputSchema => {
                            if input_schema__.is_some() {
                                return Err(serde::de::Error::duplicate_field("inputSchema"));
                            }
                            input_schema__ = map_.next_value()?;
                        }
                        GeneratedField::OutputSchema => {
                            if output_schema__.is_some() {
                                return Err(serde::de::Error::duplicate_field("outputSchema"));
                            }
                            output_schema__ = map_.next_value()?;
                        }
                        GeneratedField::EvalSpec => {
                            if eval_spec__.is_some() {
                                return Err(serde::de::Error::duplicate_field("evalSpec"));
                            }
                            eval_spec__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ScorerRef => {
                            if scorer_ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("scorerRef"));
                            }
                            scorer_ref__ = map_.next_value()?;
                        }
                        GeneratedField::PrimaryMetric => {
                            if primary_metric__.is_some() {
                                return Err(serde::de::Error::duplicate_field("primaryMetric"));
                            }
                            primary_metric__ = map_.next_value()?;
                        }
                        GeneratedField::BenchmarkSpecId => {
                            if benchmark_spec_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("benchmarkSpecId"));
                            }
                            benchmark_spec_id__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SiteBinding {
                    token_symbol: token_symbol__.unwrap_or_default(),
                    metric_name: metric_name__.unwrap_or_default(),
                    baseline_value: baseline_value__,
                    current_value: current_value__,
                    proposal_identifier: proposal_identifier__,
                    experiment_name: experiment_name__,
                    contributor_address: contributor_address__,
                    user_id: user_id__,
                    input_schema: input_schema__,
                    output_schema: output_schema__,
                    eval_spec: eval_spec__,
                    scorer_ref: scorer_ref__,
                    primary_metric: primary_metric__,
                    benchmark_spec_id: benchmark_spec_id__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.SiteBinding", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SklearnFlavor {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if !self.serialization_format.is_empty() {
            len += 1;
        }
        if !self.sklearn_version.is_empty() {
            len += 1;
        }
        if self.predict_fn.is_some() {
            len += 1;
        }
        if !self.skops_trusted_types.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.SklearnFlavor", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if !self.serialization_format.is_empty() {
            struct_ser.serialize_field("serializationFormat", &self.serialization_format)?;
        }
        if !self.sklearn_version.is_empty() {
            struct_ser.serialize_field("sklearnVersion", &self.sklearn_version)?;
        }
        if let Some(v) = self.predict_fn.as_ref() {
            struct_ser.serialize_field("predictFn", v)?;
        }
        if !self.skops_trusted_types.is_empty() {
            struct_ser.serialize_field("skopsTrustedTypes", &self.skops_trusted_types)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SklearnFlavor {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "serialization_format",
            "serializationFormat",
            "sklearn_version",
            "sklearnVersion",
            "predict_fn",
            "predictFn",
            "skops_trusted_types",
            "skopsTrustedTypes",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            SerializationFormat,
            SklearnVersion,
            PredictFn,
            SkopsTrustedTypes,
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
                            "path" => Ok(GeneratedField::Path),
                            "serializationFormat" | "serialization_format" => Ok(GeneratedField::SerializationFormat),
                            "sklearnVersion" | "sklearn_version" => Ok(GeneratedField::SklearnVersion),
                            "predictFn" | "predict_fn" => Ok(GeneratedField::PredictFn),
                            "skopsTrustedTypes" | "skops_trusted_types" => Ok(GeneratedField::SkopsTrustedTypes),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SklearnFlavor;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.SklearnFlavor")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SklearnFlavor, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut serialization_format__ = None;
                let mut sklearn_version__ = None;
                let mut predict_fn__ = None;
                let mut skops_trusted_types__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SerializationFormat => {
                            if serialization_format__.is_some() {
                                return Err(serde::de::Error::duplicate_field("serializationFormat"));
                            }
                            serialization_format__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SklearnVersion => {
                            if sklearn_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sklearnVersion"));
                            }
                            sklearn_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PredictFn => {
                            if predict_fn__.is_some() {
                                return Err(serde::de::Error::duplicate_field("predictFn"));
                            }
                            predict_fn__ = map_.next_value()?;
                        }
                        GeneratedField::SkopsTrustedTypes => {
                            if skops_trusted_types__.is_some() {
                                return Err(serde::de::Error::duplicate_field("skopsTrustedTypes"));
                            }
                            skops_trusted_types__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SklearnFlavor {
                    path: path__.unwrap_or_default(),
                    serialization_format: serialization_format__.unwrap_or_default(),
                    sklearn_version: sklearn_version__.unwrap_or_default(),
                    predict_fn: predict_fn__,
                    skops_trusted_types: skops_trusted_types__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.SklearnFlavor", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SparkMlVectorType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("modelwire.registry.v1.SparkMlVectorType", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SparkMlVectorType {
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
            type Value = SparkMlVectorType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.SparkMlVectorType")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SparkMlVectorType, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(SparkMlVectorType {
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.SparkMlVectorType", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TagFilter {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.key.is_empty() {
            len += 1;
        }
        if self.value.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.TagFilter", len)?;
        if !self.key.is_empty() {
            struct_ser.serialize_field("key", &self.key)?;
        }
        if let Some(v) = self.value.as_ref() {
            struct_ser.serialize_field("value", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TagFilter {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "key",
            "value",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Key,
            Value,
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
                            "key" => Ok(GeneratedField::Key),
                            "value" => Ok(GeneratedField::Value),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TagFilter;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.TagFilter")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TagFilter, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut key__ = None;
                let mut value__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Key => {
                            if key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("key"));
                            }
                            key__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Value => {
                            if value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("value"));
                            }
                            value__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TagFilter {
                    key: key__.unwrap_or_default(),
                    value: value__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.TagFilter", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Tensor {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.name.is_some() {
            len += 1;
        }
        if !self.dtype.is_empty() {
            len += 1;
        }
        if !self.shape.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Tensor", len)?;
        if let Some(v) = self.name.as_ref() {
            struct_ser.serialize_field("name", v)?;
        }
        if !self.dtype.is_empty() {
            struct_ser.serialize_field("dtype", &self.dtype)?;
        }
        if !self.shape.is_empty() {
            struct_ser.serialize_field("shape", &self.shape)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Tensor {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "dtype",
            "shape",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Dtype,
            Shape,
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
                            "name" => Ok(GeneratedField::Name),
                            "dtype" => Ok(GeneratedField::Dtype),
                            "shape" => Ok(GeneratedField::Shape),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Tensor;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Tensor")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Tensor, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut dtype__ = None;
                let mut shape__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = map_.next_value()?;
                        }
                        GeneratedField::Dtype => {
                            if dtype__.is_some() {
                                return Err(serde::de::Error::duplicate_field("dtype"));
                            }
                            dtype__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Shape => {
                            if shape__.is_some() {
                                return Err(serde::de::Error::duplicate_field("shape"));
                            }
                            shape__ = 
                                Some(map_.next_value::<Vec<::pbjson::private::NumberDeserialize<_>>>()?
                                    .into_iter().map(|x| x.0).collect())
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Tensor {
                    name: name__,
                    dtype: dtype__.unwrap_or_default(),
                    shape: shape__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Tensor", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TensorSchema {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.tensors.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.TensorSchema", len)?;
        if !self.tensors.is_empty() {
            struct_ser.serialize_field("tensors", &self.tensors)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TensorSchema {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "tensors",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Tensors,
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
                            "tensors" => Ok(GeneratedField::Tensors),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TensorSchema;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.TensorSchema")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TensorSchema, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut tensors__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Tensors => {
                            if tensors__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tensors"));
                            }
                            tensors__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TensorSchema {
                    tensors: tensors__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.TensorSchema", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for UpdateDescriptionRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.r#ref.is_some() {
            len += 1;
        }
        if !self.description.is_empty() {
            len += 1;
        }
        if self.etag.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.UpdateDescriptionRequest", len)?;
        if let Some(v) = self.r#ref.as_ref() {
            struct_ser.serialize_field("ref", v)?;
        }
        if !self.description.is_empty() {
            struct_ser.serialize_field("description", &self.description)?;
        }
        if let Some(v) = self.etag.as_ref() {
            struct_ser.serialize_field("etag", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for UpdateDescriptionRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ref",
            "description",
            "etag",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Ref,
            Description,
            Etag,
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
                            "ref" => Ok(GeneratedField::Ref),
                            "description" => Ok(GeneratedField::Description),
                            "etag" => Ok(GeneratedField::Etag),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = UpdateDescriptionRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.UpdateDescriptionRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<UpdateDescriptionRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut r#ref__ = None;
                let mut description__ = None;
                let mut etag__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Ref => {
                            if r#ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ref"));
                            }
                            r#ref__ = map_.next_value()?;
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Etag => {
                            if etag__.is_some() {
                                return Err(serde::de::Error::duplicate_field("etag"));
                            }
                            etag__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(UpdateDescriptionRequest {
                    r#ref: r#ref__,
                    description: description__.unwrap_or_default(),
                    etag: etag__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.UpdateDescriptionRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for UpdateDescriptionResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.version.is_some() {
            len += 1;
        }
        if !self.consistency_token.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.UpdateDescriptionResponse", len)?;
        if let Some(v) = self.version.as_ref() {
            struct_ser.serialize_field("version", v)?;
        }
        if !self.consistency_token.is_empty() {
            struct_ser.serialize_field("consistencyToken", &self.consistency_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for UpdateDescriptionResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "version",
            "consistency_token",
            "consistencyToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Version,
            ConsistencyToken,
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
                            "version" => Ok(GeneratedField::Version),
                            "consistencyToken" | "consistency_token" => Ok(GeneratedField::ConsistencyToken),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = UpdateDescriptionResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.UpdateDescriptionResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<UpdateDescriptionResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut version__ = None;
                let mut consistency_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = map_.next_value()?;
                        }
                        GeneratedField::ConsistencyToken => {
                            if consistency_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("consistencyToken"));
                            }
                            consistency_token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(UpdateDescriptionResponse {
                    version: version__,
                    consistency_token: consistency_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.UpdateDescriptionResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Upload {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.upload_id.is_empty() {
            len += 1;
        }
        if !self.model_uuid.is_empty() {
            len += 1;
        }
        if !self.run_id.is_empty() {
            len += 1;
        }
        if !self.files.is_empty() {
            len += 1;
        }
        if self.expire_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.Upload", len)?;
        if !self.upload_id.is_empty() {
            struct_ser.serialize_field("uploadId", &self.upload_id)?;
        }
        if !self.model_uuid.is_empty() {
            struct_ser.serialize_field("modelUuid", &self.model_uuid)?;
        }
        if !self.run_id.is_empty() {
            struct_ser.serialize_field("runId", &self.run_id)?;
        }
        if !self.files.is_empty() {
            struct_ser.serialize_field("files", &self.files)?;
        }
        if let Some(v) = self.expire_time.as_ref() {
            struct_ser.serialize_field("expireTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Upload {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "upload_id",
            "uploadId",
            "model_uuid",
            "modelUuid",
            "run_id",
            "runId",
            "files",
            "expire_time",
            "expireTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            UploadId,
            ModelUuid,
            RunId,
            Files,
            ExpireTime,
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
                            "uploadId" | "upload_id" => Ok(GeneratedField::UploadId),
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "runId" | "run_id" => Ok(GeneratedField::RunId),
                            "files" => Ok(GeneratedField::Files),
                            "expireTime" | "expire_time" => Ok(GeneratedField::ExpireTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Upload;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.Upload")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Upload, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut upload_id__ = None;
                let mut model_uuid__ = None;
                let mut run_id__ = None;
                let mut files__ = None;
                let mut expire_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::UploadId => {
                            if upload_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("uploadId"));
                            }
                            upload_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RunId => {
                            if run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runId"));
                            }
                            run_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Files => {
                            if files__.is_some() {
                                return Err(serde::de::Error::duplicate_field("files"));
                            }
                            files__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ExpireTime => {
                            if expire_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("expireTime"));
                            }
                            expire_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Upload {
                    upload_id: upload_id__.unwrap_or_default(),
                    model_uuid: model_uuid__.unwrap_or_default(),
                    run_id: run_id__.unwrap_or_default(),
                    files: files__.unwrap_or_default(),
                    expire_time: expire_time__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.Upload", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for UploadFile {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if self.size_bytes != 0. {
            len += 1;
        }
        if !self.sha256.is_empty() {
            len += 1;
        }
        if self.offset_bytes.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.UploadFile", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if self.size_bytes != 0. {
            struct_ser.serialize_field("sizeBytes", &self.size_bytes)?;
        }
        if !self.sha256.is_empty() {
            struct_ser.serialize_field("sha256", &self.sha256)?;
        }
        if let Some(v) = self.offset_bytes.as_ref() {
            struct_ser.serialize_field("offsetBytes", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for UploadFile {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "size_bytes",
            "sizeBytes",
            "sha256",
            "offset_bytes",
            "offsetBytes",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            SizeBytes,
            Sha256,
            OffsetBytes,
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
                            "path" => Ok(GeneratedField::Path),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            "sha256" => Ok(GeneratedField::Sha256),
                            "offsetBytes" | "offset_bytes" => Ok(GeneratedField::OffsetBytes),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = UploadFile;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.UploadFile")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<UploadFile, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut size_bytes__ = None;
                let mut sha256__ = None;
                let mut offset_bytes__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Sha256 => {
                            if sha256__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sha256"));
                            }
                            sha256__ = Some(map_.next_value()?);
                        }
                        GeneratedField::OffsetBytes => {
                            if offset_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("offsetBytes"));
                            }
                            offset_bytes__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(UploadFile {
                    path: path__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                    sha256: sha256__.unwrap_or_default(),
                    offset_bytes: offset_bytes__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.UploadFile", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for UploadPackageRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.part.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.UploadPackageRequest", len)?;
        if let Some(v) = self.part.as_ref() {
            match v {
                upload_package_request::Part::Start(v) => {
                    struct_ser.serialize_field("start", v)?;
                }
                upload_package_request::Part::File(v) => {
                    struct_ser.serialize_field("file", v)?;
                }
                upload_package_request::Part::Chunk(v) => {
                    #[allow(clippy::needless_borrow)]
                    #[allow(clippy::needless_borrows_for_generic_args)]
                    struct_ser.serialize_field("chunk", pbjson::private::base64::encode(&v).as_str())?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for UploadPackageRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "start",
            "file",
            "chunk",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Start,
            File,
            Chunk,
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
                            "start" => Ok(GeneratedField::Start),
                            "file" => Ok(GeneratedField::File),
                            "chunk" => Ok(GeneratedField::Chunk),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = UploadPackageRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.UploadPackageRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<UploadPackageRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut part__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Start => {
                            if part__.is_some() {
                                return Err(serde::de::Error::duplicate_field("start"));
                            }
                            part__ = map_.next_value::<::std::option::Option<_>>()?.map(upload_package_request::Part::Start)
;
                        }
                        GeneratedField::File => {
                            if part__.is_some() {
                                return Err(serde::de::Error::duplicate_field("file"));
                            }
                            part__ = map_.next_value::<::std::option::Option<_>>()?.map(upload_package_request::Part::File)
;
                        }
                        GeneratedField::Chunk => {
                            if part__.is_some() {
                                return Err(serde::de::Error::duplicate_field("chunk"));
                            }
                            part__ = map_.next_value::<::std::option::Option<::pbjson::private::BytesDeserialize<_>>>()?.map(|x| upload_package_request::Part::Chunk(x.0));
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(UploadPackageRequest {
                    part: part__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.UploadPackageRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for UploadPackageResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.upload.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.UploadPackageResponse", len)?;
        if let Some(v) = self.upload.as_ref() {
            struct_ser.serialize_field("upload", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for UploadPackageResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "upload",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Upload,
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
                            "upload" => Ok(GeneratedField::Upload),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = UploadPackageResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.UploadPackageResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<UploadPackageResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut upload__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Upload => {
                            if upload__.is_some() {
                                return Err(serde::de::Error::duplicate_field("upload"));
                            }
                            upload__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(UploadPackageResponse {
                    upload: upload__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.UploadPackageResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for UploadStart {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.upload_id.is_empty() {
            len += 1;
        }
        if self.name.is_some() {
            len += 1;
        }
        if self.experiment_name.is_some() {
            len += 1;
        }
        if self.run_id.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.UploadStart", len)?;
        if !self.upload_id.is_empty() {
            struct_ser.serialize_field("uploadId", &self.upload_id)?;
        }
        if let Some(v) = self.name.as_ref() {
            struct_ser.serialize_field("name", v)?;
        }
        if let Some(v) = self.experiment_name.as_ref() {
            struct_ser.serialize_field("experimentName", v)?;
        }
        if let Some(v) = self.run_id.as_ref() {
            struct_ser.serialize_field("runId", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for UploadStart {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "upload_id",
            "uploadId",
            "name",
            "experiment_name",
            "experimentName",
            "run_id",
            "runId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            UploadId,
            Name,
            ExperimentName,
            RunId,
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
                            "uploadId" | "upload_id" => Ok(GeneratedField::UploadId),
                            "name" => Ok(GeneratedField::Name),
                            "experimentName" | "experiment_name" => Ok(GeneratedField::ExperimentName),
                            "runId" | "run_id" => Ok(GeneratedField::RunId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = UploadStart;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.UploadStart")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<UploadStart, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut upload_id__ = None;
                let mut name__ = None;
                let mut experiment_name__ = None;
                let mut run_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::UploadId => {
                            if upload_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("uploadId"));
                            }
                            upload_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = map_.next_value()?;
                        }
                        GeneratedField::ExperimentName => {
                            if experiment_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("experimentName"));
                            }
                            experiment_name__ = map_.next_value()?;
                        }
                        GeneratedField::RunId => {
                            if run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runId"));
                            }
                            run_id__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(UploadStart {
                    upload_id: upload_id__.unwrap_or_default(),
                    name: name__,
                    experiment_name: experiment_name__,
                    run_id: run_id__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.UploadStart", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for UploadedFile {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if self.size_bytes != 0. {
            len += 1;
        }
        if !self.sha256.is_empty() {
            len += 1;
        }
        if self.stored_bytes != 0. {
            len += 1;
        }
        if self.complete {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.UploadedFile", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if self.size_bytes != 0. {
            struct_ser.serialize_field("sizeBytes", &self.size_bytes)?;
        }
        if !self.sha256.is_empty() {
            struct_ser.serialize_field("sha256", &self.sha256)?;
        }
        if self.stored_bytes != 0. {
            struct_ser.serialize_field("storedBytes", &self.stored_bytes)?;
        }
        if self.complete {
            struct_ser.serialize_field("complete", &self.complete)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for UploadedFile {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "size_bytes",
            "sizeBytes",
            "sha256",
            "stored_bytes",
            "storedBytes",
            "complete",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            SizeBytes,
            Sha256,
            StoredBytes,
            Complete,
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
                            "path" => Ok(GeneratedField::Path),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            "sha256" => Ok(GeneratedField::Sha256),
                            "storedBytes" | "stored_bytes" => Ok(GeneratedField::StoredBytes),
                            "complete" => Ok(GeneratedField::Complete),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = UploadedFile;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.UploadedFile")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<UploadedFile, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut size_bytes__ = None;
                let mut sha256__ = None;
                let mut stored_bytes__ = None;
                let mut complete__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Sha256 => {
                            if sha256__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sha256"));
                            }
                            sha256__ = Some(map_.next_value()?);
                        }
                        GeneratedField::StoredBytes => {
                            if stored_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("storedBytes"));
                            }
                            stored_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Complete => {
                            if complete__.is_some() {
                                return Err(serde::de::Error::duplicate_field("complete"));
                            }
                            complete__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(UploadedFile {
                    path: path__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                    sha256: sha256__.unwrap_or_default(),
                    stored_bytes: stored_bytes__.unwrap_or_default(),
                    complete: complete__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.UploadedFile", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for UploadedPackage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.upload_id.is_empty() {
            len += 1;
        }
        if self.model_description.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.UploadedPackage", len)?;
        if !self.upload_id.is_empty() {
            struct_ser.serialize_field("uploadId", &self.upload_id)?;
        }
        if let Some(v) = self.model_description.as_ref() {
            struct_ser.serialize_field("modelDescription", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for UploadedPackage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "upload_id",
            "uploadId",
            "model_description",
            "modelDescription",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            UploadId,
            ModelDescription,
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
                            "uploadId" | "upload_id" => Ok(GeneratedField::UploadId),
                            "modelDescription" | "model_description" => Ok(GeneratedField::ModelDescription),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = UploadedPackage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.UploadedPackage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<UploadedPackage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut upload_id__ = None;
                let mut model_description__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::UploadId => {
                            if upload_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("uploadId"));
                            }
                            upload_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelDescription => {
                            if model_description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelDescription"));
                            }
                            model_description__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(UploadedPackage {
                    upload_id: upload_id__.unwrap_or_default(),
                    model_description: model_description__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.UploadedPackage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for VersionOrder {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "VERSION_ORDER_UNSPECIFIED",
            Self::NewestFirst => "VERSION_ORDER_NEWEST_FIRST",
            Self::OldestFirst => "VERSION_ORDER_OLDEST_FIRST",
            Self::Name => "VERSION_ORDER_NAME",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for VersionOrder {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "VERSION_ORDER_UNSPECIFIED",
            "VERSION_ORDER_NEWEST_FIRST",
            "VERSION_ORDER_OLDEST_FIRST",
            "VERSION_ORDER_NAME",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = VersionOrder;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(VersionOrder::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(VersionOrder::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "VERSION_ORDER_UNSPECIFIED" => Ok(VersionOrder::Unspecified),
                    "VERSION_ORDER_NEWEST_FIRST" => Ok(VersionOrder::NewestFirst),
                    "VERSION_ORDER_OLDEST_FIRST" => Ok(VersionOrder::OldestFirst),
                    "VERSION_ORDER_NAME" => Ok(VersionOrder::Name),
                    _ => Ok(VersionOrder::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for VersionSummary {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.model_version.is_some() {
            len += 1;
        }
        if self.model_uuid.is_some() {
            len += 1;
        }
        if self.model_type.is_some() {
            len += 1;
        }
        if self.is_baseline.is_some() {
            len += 1;
        }
        if self.baseline.is_some() {
            len += 1;
        }
        if self.contributor.is_some() {
            len += 1;
        }
        if !self.improvements.is_empty() {
            len += 1;
        }
        if self.registration_id.is_some() {
            len += 1;
        }
        if !self.etag.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.VersionSummary", len)?;
        if let Some(v) = self.model_version.as_ref() {
            struct_ser.serialize_field("modelVersion", v)?;
        }
        if let Some(v) = self.model_uuid.as_ref() {
            struct_ser.serialize_field("modelUuid", v)?;
        }
        if let Some(v) = self.model_type.as_ref() {
            struct_ser.serialize_field("modelType", v)?;
        }
        if let Some(v) = self.is_baseline.as_ref() {
            struct_ser.serialize_field("isBaseline", v)?;
        }
        if let Some(v) = self.baseline.as_ref() {
            struct_ser.serialize_field("baseline", v)?;
        }
        if let Some(v) = self.contributor.as_ref() {
            struct_ser.serialize_field("contributor", v)?;
        }
        if !self.improvements.is_empty() {
            struct_ser.serialize_field("improvements", &self.improvements)?;
        }
        if let Some(v) = self.registration_id.as_ref() {
            struct_ser.serialize_field("registrationId", v)?;
        }
        if !self.etag.is_empty() {
            struct_ser.serialize_field("etag", &self.etag)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for VersionSummary {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_version",
            "modelVersion",
            "model_uuid",
            "modelUuid",
            "model_type",
            "modelType",
            "is_baseline",
            "isBaseline",
            "baseline",
            "contributor",
            "improvements",
            "registration_id",
            "registrationId",
            "etag",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelVersion,
            ModelUuid,
            ModelType,
            IsBaseline,
            Baseline,
            Contributor,
            Improvements,
            RegistrationId,
            Etag,
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
                            "modelVersion" | "model_version" => Ok(GeneratedField::ModelVersion),
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "modelType" | "model_type" => Ok(GeneratedField::ModelType),
                            "isBaseline" | "is_baseline" => Ok(GeneratedField::IsBaseline),
                            "baseline" => Ok(GeneratedField::Baseline),
                            "contributor" => Ok(GeneratedField::Contributor),
                            "improvements" => Ok(GeneratedField::Improvements),
                            "registrationId" | "registration_id" => Ok(GeneratedField::RegistrationId),
                            "etag" => Ok(GeneratedField::Etag),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = VersionSummary;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.VersionSummary")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<VersionSummary, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_version__ = None;
                let mut model_uuid__ = None;
                let mut model_type__ = None;
                let mut is_baseline__ = None;
                let mut baseline__ = None;
                let mut contributor__ = None;
                let mut improvements__ = None;
                let mut registration_id__ = None;
                let mut etag__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelVersion => {
                            if model_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelVersion"));
                            }
                            model_version__ = map_.next_value()?;
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = map_.next_value()?;
                        }
                        GeneratedField::ModelType => {
                            if model_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelType"));
                            }
                            model_type__ = map_.next_value()?;
                        }
                        GeneratedField::IsBaseline => {
                            if is_baseline__.is_some() {
                                return Err(serde::de::Error::duplicate_field("isBaseline"));
                            }
                            is_baseline__ = map_.next_value()?;
                        }
                        GeneratedField::Baseline => {
                            if baseline__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baseline"));
                            }
                            baseline__ = map_.next_value()?;
                        }
                        GeneratedField::Contributor => {
                            if contributor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contributor"));
                            }
                            contributor__ = map_.next_value()?;
                        }
                        GeneratedField::Improvements => {
                            if improvements__.is_some() {
                                return Err(serde::de::Error::duplicate_field("improvements"));
                            }
                            improvements__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RegistrationId => {
                            if registration_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registrationId"));
                            }
                            registration_id__ = map_.next_value()?;
                        }
                        GeneratedField::Etag => {
                            if etag__.is_some() {
                                return Err(serde::de::Error::duplicate_field("etag"));
                            }
                            etag__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(VersionSummary {
                    model_version: model_version__,
                    model_uuid: model_uuid__,
                    model_type: model_type__,
                    is_baseline: is_baseline__,
                    baseline: baseline__,
                    contributor: contributor__,
                    improvements: improvements__.unwrap_or_default(),
                    registration_id: registration_id__,
                    etag: etag__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.VersionSummary", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for XgboostFlavor {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if !self.model_class.is_empty() {
            len += 1;
        }
        if self.model_format.is_some() {
            len += 1;
        }
        if !self.xgb_version.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.registry.v1.XgboostFlavor", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if !self.model_class.is_empty() {
            struct_ser.serialize_field("modelClass", &self.model_class)?;
        }
        if let Some(v) = self.model_format.as_ref() {
            struct_ser.serialize_field("modelFormat", v)?;
        }
        if !self.xgb_version.is_empty() {
            struct_ser.serialize_field("xgbVersion", &self.xgb_version)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for XgboostFlavor {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "model_class",
            "modelClass",
            "model_format",
            "modelFormat",
            "xgb_version",
            "xgbVersion",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            ModelClass,
            ModelFormat,
            XgbVersion,
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
                            "path" => Ok(GeneratedField::Path),
                            "modelClass" | "model_class" => Ok(GeneratedField::ModelClass),
                            "modelFormat" | "model_format" => Ok(GeneratedField::ModelFormat),
                            "xgbVersion" | "xgb_version" => Ok(GeneratedField::XgbVersion),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = XgboostFlavor;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.registry.v1.XgboostFlavor")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<XgboostFlavor, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut model_class__ = None;
                let mut model_format__ = None;
                let mut xgb_version__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelClass => {
                            if model_class__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelClass"));
                            }
                            model_class__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelFormat => {
                            if model_format__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelFormat"));
                            }
                            model_format__ = map_.next_value()?;
                        }
                        GeneratedField::XgbVersion => {
                            if xgb_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("xgbVersion"));
                            }
                            xgb_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(XgboostFlavor {
                    path: path__.unwrap_or_default(),
                    model_class: model_class__.unwrap_or_default(),
                    model_format: model_format__,
                    xgb_version: xgb_version__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.registry.v1.XgboostFlavor", FIELDS, GeneratedVisitor)
    }
}
