impl serde::Serialize for AliasChanged {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.alias.is_empty() {
            len += 1;
        }
        if self.version.is_some() {
            len += 1;
        }
        if self.model_uuid.is_some() {
            len += 1;
        }
        if self.previous_version.is_some() {
            len += 1;
        }
        if self.previous_model_uuid.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.AliasChanged", len)?;
        if !self.alias.is_empty() {
            struct_ser.serialize_field("alias", &self.alias)?;
        }
        if let Some(v) = self.version.as_ref() {
            struct_ser.serialize_field("version", v)?;
        }
        if let Some(v) = self.model_uuid.as_ref() {
            struct_ser.serialize_field("modelUuid", v)?;
        }
        if let Some(v) = self.previous_version.as_ref() {
            struct_ser.serialize_field("previousVersion", v)?;
        }
        if let Some(v) = self.previous_model_uuid.as_ref() {
            struct_ser.serialize_field("previousModelUuid", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AliasChanged {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "alias",
            "version",
            "model_uuid",
            "modelUuid",
            "previous_version",
            "previousVersion",
            "previous_model_uuid",
            "previousModelUuid",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Alias,
            Version,
            ModelUuid,
            PreviousVersion,
            PreviousModelUuid,
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
                            "alias" => Ok(GeneratedField::Alias),
                            "version" => Ok(GeneratedField::Version),
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "previousVersion" | "previous_version" => Ok(GeneratedField::PreviousVersion),
                            "previousModelUuid" | "previous_model_uuid" => Ok(GeneratedField::PreviousModelUuid),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AliasChanged;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.AliasChanged")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AliasChanged, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut alias__ = None;
                let mut version__ = None;
                let mut model_uuid__ = None;
                let mut previous_version__ = None;
                let mut previous_model_uuid__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
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
                            version__ = map_.next_value()?;
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = map_.next_value()?;
                        }
                        GeneratedField::PreviousVersion => {
                            if previous_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("previousVersion"));
                            }
                            previous_version__ = map_.next_value()?;
                        }
                        GeneratedField::PreviousModelUuid => {
                            if previous_model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("previousModelUuid"));
                            }
                            previous_model_uuid__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AliasChanged {
                    alias: alias__.unwrap_or_default(),
                    version: version__,
                    model_uuid: model_uuid__,
                    previous_version: previous_version__,
                    previous_model_uuid: previous_model_uuid__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.AliasChanged", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DescriptionChanged {
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
        if self.model_uuid.is_some() {
            len += 1;
        }
        if self.description.is_some() {
            len += 1;
        }
        if self.previous_description.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.DescriptionChanged", len)?;
        if let Some(v) = self.version.as_ref() {
            struct_ser.serialize_field("version", v)?;
        }
        if let Some(v) = self.model_uuid.as_ref() {
            struct_ser.serialize_field("modelUuid", v)?;
        }
        if let Some(v) = self.description.as_ref() {
            struct_ser.serialize_field("description", v)?;
        }
        if let Some(v) = self.previous_description.as_ref() {
            struct_ser.serialize_field("previousDescription", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DescriptionChanged {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "version",
            "model_uuid",
            "modelUuid",
            "description",
            "previous_description",
            "previousDescription",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Version,
            ModelUuid,
            Description,
            PreviousDescription,
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
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "description" => Ok(GeneratedField::Description),
                            "previousDescription" | "previous_description" => Ok(GeneratedField::PreviousDescription),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DescriptionChanged;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.DescriptionChanged")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DescriptionChanged, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut version__ = None;
                let mut model_uuid__ = None;
                let mut description__ = None;
                let mut previous_description__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = map_.next_value()?;
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = map_.next_value()?;
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = map_.next_value()?;
                        }
                        GeneratedField::PreviousDescription => {
                            if previous_description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("previousDescription"));
                            }
                            previous_description__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DescriptionChanged {
                    version: version__,
                    model_uuid: model_uuid__,
                    description: description__,
                    previous_description: previous_description__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.DescriptionChanged", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EndpointTest {
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
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.EndpointTest", len)?;
        if !self.endpoint_id.is_empty() {
            struct_ser.serialize_field("endpointId", &self.endpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EndpointTest {
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
            type Value = EndpointTest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.EndpointTest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EndpointTest, V::Error>
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
                Ok(EndpointTest {
                    endpoint_id: endpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.EndpointTest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Event {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.event_id.is_empty() {
            len += 1;
        }
        if self.r#type != 0 {
            len += 1;
        }
        if self.time.is_some() {
            len += 1;
        }
        if !self.model_name.is_empty() {
            len += 1;
        }
        if self.sequence != 0 {
            len += 1;
        }
        if self.origin != 0 {
            len += 1;
        }
        if self.model_registered.is_some() {
            len += 1;
        }
        if self.version_observed.is_some() {
            len += 1;
        }
        if self.alias_changed.is_some() {
            len += 1;
        }
        if self.tags_changed.is_some() {
            len += 1;
        }
        if self.description_changed.is_some() {
            len += 1;
        }
        if self.stage_changed.is_some() {
            len += 1;
        }
        if self.version_deleted.is_some() {
            len += 1;
        }
        if self.model_renamed.is_some() {
            len += 1;
        }
        if self.model_deleted.is_some() {
            len += 1;
        }
        if self.endpoint_test.is_some() {
            len += 1;
        }
        if self.actor.is_some() {
            len += 1;
        }
        if self.traceparent.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.Event", len)?;
        if !self.event_id.is_empty() {
            struct_ser.serialize_field("eventId", &self.event_id)?;
        }
        if self.r#type != 0 {
            let v = EventType::try_from(self.r#type)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.r#type)))?;
            struct_ser.serialize_field("type", &v)?;
        }
        if let Some(v) = self.time.as_ref() {
            struct_ser.serialize_field("time", v)?;
        }
        if !self.model_name.is_empty() {
            struct_ser.serialize_field("modelName", &self.model_name)?;
        }
        if self.sequence != 0 {
            struct_ser.serialize_field("sequence", &self.sequence)?;
        }
        if self.origin != 0 {
            let v = EventOrigin::try_from(self.origin)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.origin)))?;
            struct_ser.serialize_field("origin", &v)?;
        }
        if let Some(v) = self.model_registered.as_ref() {
            struct_ser.serialize_field("modelRegistered", v)?;
        }
        if let Some(v) = self.version_observed.as_ref() {
            struct_ser.serialize_field("versionObserved", v)?;
        }
        if let Some(v) = self.alias_changed.as_ref() {
            struct_ser.serialize_field("aliasChanged", v)?;
        }
        if let Some(v) = self.tags_changed.as_ref() {
            struct_ser.serialize_field("tagsChanged", v)?;
        }
        if let Some(v) = self.description_changed.as_ref() {
            struct_ser.serialize_field("descriptionChanged", v)?;
        }
        if let Some(v) = self.stage_changed.as_ref() {
            struct_ser.serialize_field("stageChanged", v)?;
        }
        if let Some(v) = self.version_deleted.as_ref() {
            struct_ser.serialize_field("versionDeleted", v)?;
        }
        if let Some(v) = self.model_renamed.as_ref() {
            struct_ser.serialize_field("modelRenamed", v)?;
        }
        if let Some(v) = self.model_deleted.as_ref() {
            struct_ser.serialize_field("modelDeleted", v)?;
        }
        if let Some(v) = self.endpoint_test.as_ref() {
            struct_ser.serialize_field("endpointTest", v)?;
        }
        if let Some(v) = self.actor.as_ref() {
            struct_ser.serialize_field("actor", v)?;
        }
        if let Some(v) = self.traceparent.as_ref() {
            struct_ser.serialize_field("traceparent", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Event {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "event_id",
            "eventId",
            "type",
            "time",
            "model_name",
            "modelName",
            "sequence",
            "origin",
            "model_registered",
            "modelRegistered",
            "version_observed",
            "versionObserved",
            "alias_changed",
            "aliasChanged",
            "tags_changed",
            "tagsChanged",
            "description_changed",
            "descriptionChanged",
            "stage_changed",
            "stageChanged",
            "version_deleted",
            "versionDeleted",
            "model_renamed",
            "modelRenamed",
            "model_deleted",
            "modelDeleted",
            "endpoint_test",
            "endpointTest",
            "actor",
            "traceparent",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EventId,
            Type,
            Time,
            ModelName,
            Sequence,
            Origin,
            ModelRegistered,
            VersionObserved,
            AliasChanged,
            TagsChanged,
            DescriptionChanged,
            StageChanged,
            VersionDeleted,
            ModelRenamed,
            ModelDeleted,
            EndpointTest,
            Actor,
            Traceparent,
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
                            "eventId" | "event_id" => Ok(GeneratedField::EventId),
                            "type" => Ok(GeneratedField::Type),
                            "time" => Ok(GeneratedField::Time),
                            "modelName" | "model_name" => Ok(GeneratedField::ModelName),
                            "sequence" => Ok(GeneratedField::Sequence),
                            "origin" => Ok(GeneratedField::Origin),
                            "modelRegistered" | "model_registered" => Ok(GeneratedField::ModelRegistered),
                            "versionObserved" | "version_observed" => Ok(GeneratedField::VersionObserved),
                            "aliasChanged" | "alias_changed" => Ok(GeneratedField::AliasChanged),
                            "tagsChanged" | "tags_changed" => Ok(GeneratedField::TagsChanged),
                            "descriptionChanged" | "description_changed" => Ok(GeneratedField::DescriptionChanged),
                            "stageChanged" | "stage_changed" => Ok(GeneratedField::StageChanged),
                            "versionDeleted" | "version_deleted" => Ok(GeneratedField::VersionDeleted),
                            "modelRenamed" | "model_renamed" => Ok(GeneratedField::ModelRenamed),
                            "modelDeleted" | "model_deleted" => Ok(GeneratedField::ModelDeleted),
                            "endpointTest" | "endpoint_test" => Ok(GeneratedField::EndpointTest),
                            "actor" => Ok(GeneratedField::Actor),
                            "traceparent" => Ok(GeneratedField::Traceparent),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Event;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.Event")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Event, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut event_id__ = None;
                let mut r#type__ = None;
                let mut time__ = None;
                let mut model_name__ = None;
                let mut sequence__ = None;
                let mut origin__ = None;
                let mut model_registered__ = None;
                let mut version_observed__ = None;
                let mut alias_changed__ = None;
                let mut tags_changed__ = None;
                let mut description_changed__ = None;
                let mut stage_changed__ = None;
                let mut version_deleted__ = None;
                let mut model_renamed__ = None;
                let mut model_deleted__ = None;
                let mut endpoint_test__ = None;
                let mut actor__ = None;
                let mut traceparent__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EventId => {
                            if event_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eventId"));
                            }
                            event_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Type => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("type"));
                            }
                            r#type__ = Some(map_.next_value::<EventType>()? as i32);
                        }
                        GeneratedField::Time => {
                            if time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("time"));
                            }
                            time__ = map_.next_value()?;
                        }
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelName"));
                            }
                            model_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Sequence => {
                            if sequence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sequence"));
                            }
                            sequence__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Origin => {
                            if origin__.is_some() {
                                return Err(serde::de::Error::duplicate_field("origin"));
                            }
                            origin__ = Some(map_.next_value::<EventOrigin>()? as i32);
                        }
                        GeneratedField::ModelRegistered => {
                            if model_registered__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelRegistered"));
                            }
                            model_registered__ = map_.next_value()?;
                        }
                        GeneratedField::VersionObserved => {
                            if version_observed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("versionObserved"));
                            }
                            version_observed__ = map_.next_value()?;
                        }
                        GeneratedField::AliasChanged => {
                            if alias_changed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("aliasChanged"));
                            }
                            alias_changed__ = map_.next_value()?;
                        }
                        GeneratedField::TagsChanged => {
                            if tags_changed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tagsChanged"));
                            }
                            tags_changed__ = map_.next_value()?;
                        }
                        GeneratedField::DescriptionChanged => {
                            if description_changed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("descriptionChanged"));
                            }
                            description_changed__ = map_.next_value()?;
                        }
                        GeneratedField::StageChanged => {
                            if stage_changed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("stageChanged"));
                            }
                            stage_changed__ = map_.next_value()?;
                        }
                        GeneratedField::VersionDeleted => {
                            if version_deleted__.is_some() {
                                return Err(serde::de::Error::duplicate_field("versionDeleted"));
                            }
                            version_deleted__ = map_.next_value()?;
                        }
                        GeneratedField::ModelRenamed => {
                            if model_renamed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelRenamed"));
                            }
                            model_renamed__ = map_.next_value()?;
                        }
                        GeneratedField::ModelDeleted => {
                            if model_deleted__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelDeleted"));
                            }
                            model_deleted__ = map_.next_value()?;
                        }
                        GeneratedField::EndpointTest => {
                            if endpoint_test__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endpointTest"));
                            }
                            endpoint_test__ = map_.next_value()?;
                        }
                        GeneratedField::Actor => {
                            if actor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("actor"));
                            }
                            actor__ = map_.next_value()?;
                        }
                        GeneratedField::Traceparent => {
                            if traceparent__.is_some() {
                                return Err(serde::de::Error::duplicate_field("traceparent"));
                            }
                            traceparent__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Event {
                    event_id: event_id__.unwrap_or_default(),
                    r#type: r#type__.unwrap_or_default(),
                    time: time__,
                    model_name: model_name__.unwrap_or_default(),
                    sequence: sequence__.unwrap_or_default(),
                    origin: origin__.unwrap_or_default(),
                    model_registered: model_registered__,
                    version_observed: version_observed__,
                    alias_changed: alias_changed__,
                    tags_changed: tags_changed__,
                    description_changed: description_changed__,
                    stage_changed: stage_changed__,
                    version_deleted: version_deleted__,
                    model_renamed: model_renamed__,
                    model_deleted: model_deleted__,
                    endpoint_test: endpoint_test__,
                    actor: actor__,
                    traceparent: traceparent__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.Event", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EventFilter {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.model_name.is_some() {
            len += 1;
        }
        if !self.types.is_empty() {
            len += 1;
        }
        if self.expression.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.EventFilter", len)?;
        if let Some(v) = self.model_name.as_ref() {
            struct_ser.serialize_field("modelName", v)?;
        }
        if !self.types.is_empty() {
            let v = self.types.iter().cloned().map(|v| {
                EventType::try_from(v)
                    .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", v)))
                }).collect::<std::result::Result<Vec<_>, _>>()?;
            struct_ser.serialize_field("types", &v)?;
        }
        if let Some(v) = self.expression.as_ref() {
            struct_ser.serialize_field("expression", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EventFilter {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_name",
            "modelName",
            "types",
            "expression",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelName,
            Types,
            Expression,
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
                            "types" => Ok(GeneratedField::Types),
                            "expression" => Ok(GeneratedField::Expression),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = EventFilter;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.EventFilter")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EventFilter, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_name__ = None;
                let mut types__ = None;
                let mut expression__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelName"));
                            }
                            model_name__ = map_.next_value()?;
                        }
                        GeneratedField::Types => {
                            if types__.is_some() {
                                return Err(serde::de::Error::duplicate_field("types"));
                            }
                            types__ = Some(map_.next_value::<Vec<EventType>>()?.into_iter().map(|x| x as i32).collect());
                        }
                        GeneratedField::Expression => {
                            if expression__.is_some() {
                                return Err(serde::de::Error::duplicate_field("expression"));
                            }
                            expression__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(EventFilter {
                    model_name: model_name__,
                    types: types__.unwrap_or_default(),
                    expression: expression__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.EventFilter", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EventOrigin {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "EVENT_ORIGIN_UNSPECIFIED",
            Self::Modelwire => "EVENT_ORIGIN_MODELWIRE",
            Self::Observed => "EVENT_ORIGIN_OBSERVED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for EventOrigin {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "EVENT_ORIGIN_UNSPECIFIED",
            "EVENT_ORIGIN_MODELWIRE",
            "EVENT_ORIGIN_OBSERVED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = EventOrigin;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(EventOrigin::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(EventOrigin::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "EVENT_ORIGIN_UNSPECIFIED" => Ok(EventOrigin::Unspecified),
                    "EVENT_ORIGIN_MODELWIRE" => Ok(EventOrigin::Modelwire),
                    "EVENT_ORIGIN_OBSERVED" => Ok(EventOrigin::Observed),
                    _ => Ok(EventOrigin::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for EventType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "EVENT_TYPE_UNSPECIFIED",
            Self::ModelRegistered => "EVENT_TYPE_MODEL_REGISTERED",
            Self::VersionObserved => "EVENT_TYPE_VERSION_OBSERVED",
            Self::AliasChanged => "EVENT_TYPE_ALIAS_CHANGED",
            Self::TagsChanged => "EVENT_TYPE_TAGS_CHANGED",
            Self::DescriptionChanged => "EVENT_TYPE_DESCRIPTION_CHANGED",
            Self::StageChanged => "EVENT_TYPE_STAGE_CHANGED",
            Self::VersionDeleted => "EVENT_TYPE_VERSION_DELETED",
            Self::ModelRenamed => "EVENT_TYPE_MODEL_RENAMED",
            Self::ModelDeleted => "EVENT_TYPE_MODEL_DELETED",
            Self::EndpointTest => "EVENT_TYPE_ENDPOINT_TEST",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for EventType {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "EVENT_TYPE_UNSPECIFIED",
            "EVENT_TYPE_MODEL_REGISTERED",
            "EVENT_TYPE_VERSION_OBSERVED",
            "EVENT_TYPE_ALIAS_CHANGED",
            "EVENT_TYPE_TAGS_CHANGED",
            "EVENT_TYPE_DESCRIPTION_CHANGED",
            "EVENT_TYPE_STAGE_CHANGED",
            "EVENT_TYPE_VERSION_DELETED",
            "EVENT_TYPE_MODEL_RENAMED",
            "EVENT_TYPE_MODEL_DELETED",
            "EVENT_TYPE_ENDPOINT_TEST",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = EventType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok().or_else(|| Some(EventType::default())))
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
                    .and_then(|x| x.try_into().ok().or_else(|| Some(EventType::default())))
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "EVENT_TYPE_UNSPECIFIED" => Ok(EventType::Unspecified),
                    "EVENT_TYPE_MODEL_REGISTERED" => Ok(EventType::ModelRegistered),
                    "EVENT_TYPE_VERSION_OBSERVED" => Ok(EventType::VersionObserved),
                    "EVENT_TYPE_ALIAS_CHANGED" => Ok(EventType::AliasChanged),
                    "EVENT_TYPE_TAGS_CHANGED" => Ok(EventType::TagsChanged),
                    "EVENT_TYPE_DESCRIPTION_CHANGED" => Ok(EventType::DescriptionChanged),
                    "EVENT_TYPE_STAGE_CHANGED" => Ok(EventType::StageChanged),
                    "EVENT_TYPE_VERSION_DELETED" => Ok(EventType::VersionDeleted),
                    "EVENT_TYPE_MODEL_RENAMED" => Ok(EventType::ModelRenamed),
                    "EVENT_TYPE_MODEL_DELETED" => Ok(EventType::ModelDeleted),
                    "EVENT_TYPE_ENDPOINT_TEST" => Ok(EventType::EndpointTest),
                    _ => Ok(EventType::default()),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for GetEventRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.event_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.GetEventRequest", len)?;
        if !self.event_id.is_empty() {
            struct_ser.serialize_field("eventId", &self.event_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetEventRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "event_id",
            "eventId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
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
            type Value = GetEventRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.GetEventRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetEventRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut event_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
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
                Ok(GetEventRequest {
                    event_id: event_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.GetEventRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetEventResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.event.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.GetEventResponse", len)?;
        if let Some(v) = self.event.as_ref() {
            struct_ser.serialize_field("event", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetEventResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "event",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Event,
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
                            "event" => Ok(GeneratedField::Event),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetEventResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.GetEventResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetEventResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut event__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Event => {
                            if event__.is_some() {
                                return Err(serde::de::Error::duplicate_field("event"));
                            }
                            event__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetEventResponse {
                    event: event__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.GetEventResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListEventsRequest {
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
        if !self.cursor.is_empty() {
            len += 1;
        }
        if self.start_time.is_some() {
            len += 1;
        }
        if self.filter.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.ListEventsRequest", len)?;
        if self.page_size != 0 {
            struct_ser.serialize_field("pageSize", &self.page_size)?;
        }
        if !self.cursor.is_empty() {
            struct_ser.serialize_field("cursor", &self.cursor)?;
        }
        if let Some(v) = self.start_time.as_ref() {
            struct_ser.serialize_field("startTime", v)?;
        }
        if let Some(v) = self.filter.as_ref() {
            struct_ser.serialize_field("filter", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListEventsRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "page_size",
            "pageSize",
            "cursor",
            "start_time",
            "startTime",
            "filter",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            PageSize,
            Cursor,
            StartTime,
            Filter,
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
                            "cursor" => Ok(GeneratedField::Cursor),
                            "startTime" | "start_time" => Ok(GeneratedField::StartTime),
                            "filter" => Ok(GeneratedField::Filter),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListEventsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.ListEventsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListEventsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut page_size__ = None;
                let mut cursor__ = None;
                let mut start_time__ = None;
                let mut filter__ = None;
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
                        GeneratedField::Cursor => {
                            if cursor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cursor"));
                            }
                            cursor__ = Some(map_.next_value()?);
                        }
                        GeneratedField::StartTime => {
                            if start_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("startTime"));
                            }
                            start_time__ = map_.next_value()?;
                        }
                        GeneratedField::Filter => {
                            if filter__.is_some() {
                                return Err(serde::de::Error::duplicate_field("filter"));
                            }
                            filter__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListEventsRequest {
                    page_size: page_size__.unwrap_or_default(),
                    cursor: cursor__.unwrap_or_default(),
                    start_time: start_time__,
                    filter: filter__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.ListEventsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListEventsResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.events.is_empty() {
            len += 1;
        }
        if !self.next_cursor.is_empty() {
            len += 1;
        }
        if self.at_end {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.ListEventsResponse", len)?;
        if !self.events.is_empty() {
            struct_ser.serialize_field("events", &self.events)?;
        }
        if !self.next_cursor.is_empty() {
            struct_ser.serialize_field("nextCursor", &self.next_cursor)?;
        }
        if self.at_end {
            struct_ser.serialize_field("atEnd", &self.at_end)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListEventsResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "events",
            "next_cursor",
            "nextCursor",
            "at_end",
            "atEnd",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Events,
            NextCursor,
            AtEnd,
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
                            "events" => Ok(GeneratedField::Events),
                            "nextCursor" | "next_cursor" => Ok(GeneratedField::NextCursor),
                            "atEnd" | "at_end" => Ok(GeneratedField::AtEnd),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListEventsResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.ListEventsResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListEventsResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut events__ = None;
                let mut next_cursor__ = None;
                let mut at_end__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Events => {
                            if events__.is_some() {
                                return Err(serde::de::Error::duplicate_field("events"));
                            }
                            events__ = Some(map_.next_value()?);
                        }
                        GeneratedField::NextCursor => {
                            if next_cursor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nextCursor"));
                            }
                            next_cursor__ = Some(map_.next_value()?);
                        }
                        GeneratedField::AtEnd => {
                            if at_end__.is_some() {
                                return Err(serde::de::Error::duplicate_field("atEnd"));
                            }
                            at_end__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListEventsResponse {
                    events: events__.unwrap_or_default(),
                    next_cursor: next_cursor__.unwrap_or_default(),
                    at_end: at_end__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.ListEventsResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ModelDeleted {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("modelwire.event.v1.ModelDeleted", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ModelDeleted {
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
            type Value = ModelDeleted;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.ModelDeleted")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ModelDeleted, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(ModelDeleted {
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.ModelDeleted", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ModelRegistered {
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
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.ModelRegistered", len)?;
        if let Some(v) = self.registration.as_ref() {
            struct_ser.serialize_field("registration", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ModelRegistered {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "registration",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Registration,
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
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ModelRegistered;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.ModelRegistered")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ModelRegistered, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut registration__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Registration => {
                            if registration__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registration"));
                            }
                            registration__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ModelRegistered {
                    registration: registration__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.ModelRegistered", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ModelRenamed {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.new_model_name.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.ModelRenamed", len)?;
        if !self.new_model_name.is_empty() {
            struct_ser.serialize_field("newModelName", &self.new_model_name)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ModelRenamed {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "new_model_name",
            "newModelName",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            NewModelName,
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
                            "newModelName" | "new_model_name" => Ok(GeneratedField::NewModelName),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ModelRenamed;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.ModelRenamed")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ModelRenamed, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut new_model_name__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::NewModelName => {
                            if new_model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("newModelName"));
                            }
                            new_model_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ModelRenamed {
                    new_model_name: new_model_name__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.ModelRenamed", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SiteApiSchema {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.input_schema.is_some() {
            len += 1;
        }
        if self.output_schema.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.SiteApiSchema", len)?;
        if let Some(v) = self.input_schema.as_ref() {
            struct_ser.serialize_field("inputSchema", v)?;
        }
        if let Some(v) = self.output_schema.as_ref() {
            struct_ser.serialize_field("outputSchema", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SiteApiSchema {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "input_schema",
            "inputSchema",
            "output_schema",
            "outputSchema",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            InputSchema,
            OutputSchema,
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
                            "inputSchema" | "input_schema" => Ok(GeneratedField::InputSchema),
                            "outputSchema" | "output_schema" => Ok(GeneratedField::OutputSchema),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SiteApiSchema;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.SiteApiSchema")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SiteApiSchema, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut input_schema__ = None;
                let mut output_schema__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
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
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SiteApiSchema {
                    input_schema: input_schema__,
                    output_schema: output_schema__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.SiteApiSchema", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SiteFlatMetadata {
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
        if !self.model_version.is_empty() {
            len += 1;
        }
        if self.mlflow_run_id.is_some() {
            len += 1;
        }
        if !self.metric_name.is_empty() {
            len += 1;
        }
        if self.baseline_value != 0. {
            len += 1;
        }
        if self.current_value != 0. {
            len += 1;
        }
        if !self.status.is_empty() {
            len += 1;
        }
        if !self.proposal_identifier.is_empty() {
            len += 1;
        }
        if self.improvement_percentage.is_some() {
            len += 1;
        }
        if self.contributor_address.is_some() {
            len += 1;
        }
        if self.experiment_name.is_some() {
            len += 1;
        }
        if !self.tags.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.SiteFlatMetadata", len)?;
        if !self.model_name.is_empty() {
            struct_ser.serialize_field("model_name", &self.model_name)?;
        }
        if !self.model_version.is_empty() {
            struct_ser.serialize_field("model_version", &self.model_version)?;
        }
        if let Some(v) = self.mlflow_run_id.as_ref() {
            struct_ser.serialize_field("mlflow_run_id", v)?;
        }
        if !self.metric_name.is_empty() {
            struct_ser.serialize_field("metric_name", &self.metric_name)?;
        }
        if self.baseline_value != 0. {
            struct_ser.serialize_field("baseline_value", &self.baseline_value)?;
        }
        if self.current_value != 0. {
            struct_ser.serialize_field("current_value", &self.current_value)?;
        }
        if !self.status.is_empty() {
            struct_ser.serialize_field("status", &self.status)?;
        }
        if !self.proposal_identifier.is_empty() {
            struct_ser.serialize_field("proposal_identifier", &self.proposal_identifier)?;
        }
        if let Some(v) = self.improvement_percentage.as_ref() {
            struct_ser.serialize_field("improvement_percentage", v)?;
        }
        if let Some(v) = self.contributor_address.as_ref() {
            struct_ser.serialize_field("contributor_address", v)?;
        }
        if let Some(v) = self.experiment_name.as_ref() {
            struct_ser.serialize_field("experiment_name", v)?;
        }
        if !self.tags.is_empty() {
            struct_ser.serialize_field("tags", &self.tags)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SiteFlatMetadata {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_name",
            "model_version",
            "mlflow_run_id",
            "metric_name",
            "baseline_value",
            "current_value",
            "status",
            "proposal_identifier",
            "improvement_percentage",
            "contributor_address",
            "experiment_name",
            "tags",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelName,
            ModelVersion,
            MlflowRunId,
            MetricName,
            BaselineValue,
            CurrentValue,
            Status,
            ProposalIdentifier,
            ImprovementPercentage,
            ContributorAddress,
            ExperimentName,
            Tags,
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
                            "model_name" => Ok(GeneratedField::ModelName),
                            "model_version" => Ok(GeneratedField::ModelVersion),
                            "mlflow_run_id" => Ok(GeneratedField::MlflowRunId),
                            "metric_name" => Ok(GeneratedField::MetricName),
                            "baseline_value" => Ok(GeneratedField::BaselineValue),
                            "current_value" => Ok(GeneratedField::CurrentValue),
                            "status" => Ok(GeneratedField::Status),
                            "proposal_identifier" => Ok(GeneratedField::ProposalIdentifier),
                            "improvement_percentage" => Ok(GeneratedField::ImprovementPercentage),
                            "contributor_address" => Ok(GeneratedField::ContributorAddress),
                            "experiment_name" => Ok(GeneratedField::ExperimentName),
                            "tags" => Ok(GeneratedField::Tags),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SiteFlatMetadata;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.SiteFlatMetadata")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SiteFlatMetadata, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_name__ = None;
                let mut model_version__ = None;
                let mut mlflow_run_id__ = None;
                let mut metric_name__ = None;
                let mut baseline_value__ = None;
                let mut current_value__ = None;
                let mut status__ = None;
                let mut proposal_identifier__ = None;
                let mut improvement_percentage__ = None;
                let mut contributor_address__ = None;
                let mut experiment_name__ = None;
                let mut tags__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("model_name"));
                            }
                            model_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelVersion => {
                            if model_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("model_version"));
                            }
                            model_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MlflowRunId => {
                            if mlflow_run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mlflow_run_id"));
                            }
                            mlflow_run_id__ = map_.next_value()?;
                        }
                        GeneratedField::MetricName => {
                            if metric_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metric_name"));
                            }
                            metric_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::BaselineValue => {
                            if baseline_value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baseline_value"));
                            }
                            baseline_value__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CurrentValue => {
                            if current_value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("current_value"));
                            }
                            current_value__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Status => {
                            if status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("status"));
                            }
                            status__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProposalIdentifier => {
                            if proposal_identifier__.is_some() {
                                return Err(serde::de::Error::duplicate_field("proposal_identifier"));
                            }
                            proposal_identifier__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ImprovementPercentage => {
                            if improvement_percentage__.is_some() {
                                return Err(serde::de::Error::duplicate_field("improvement_percentage"));
                            }
                            improvement_percentage__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::ContributorAddress => {
                            if contributor_address__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contributor_address"));
                            }
                            contributor_address__ = map_.next_value()?;
                        }
                        GeneratedField::ExperimentName => {
                            if experiment_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("experiment_name"));
                            }
                            experiment_name__ = map_.next_value()?;
                        }
                        GeneratedField::Tags => {
                            if tags__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tags"));
                            }
                            tags__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SiteFlatMetadata {
                    model_name: model_name__.unwrap_or_default(),
                    model_version: model_version__.unwrap_or_default(),
                    mlflow_run_id: mlflow_run_id__,
                    metric_name: metric_name__.unwrap_or_default(),
                    baseline_value: baseline_value__.unwrap_or_default(),
                    current_value: current_value__.unwrap_or_default(),
                    status: status__.unwrap_or_default(),
                    proposal_identifier: proposal_identifier__.unwrap_or_default(),
                    improvement_percentage: improvement_percentage__,
                    contributor_address: contributor_address__,
                    experiment_name: experiment_name__,
                    tags: tags__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.SiteFlatMetadata", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SiteFlatPayload {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.event_type.is_empty() {
            len += 1;
        }
        if !self.model_id.is_empty() {
            len += 1;
        }
        if !self.idempotency_key.is_empty() {
            len += 1;
        }
        if !self.status.is_empty() {
            len += 1;
        }
        if !self.token_id.is_empty() {
            len += 1;
        }
        if !self.token_identifier.is_empty() {
            len += 1;
        }
        if !self.proposal_identifier.is_empty() {
            len += 1;
        }
        if !self.model_name.is_empty() {
            len += 1;
        }
        if !self.model_version.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        if !self.metric_name.is_empty() {
            len += 1;
        }
        if self.baseline_value != 0. {
            len += 1;
        }
        if self.current_value != 0. {
            len += 1;
        }
        if self.mlflow_run_id.is_some() {
            len += 1;
        }
        if !self.registered_version.is_empty() {
            len += 1;
        }
        if !self.timestamp.is_empty() {
            len += 1;
        }
        if !self.token_symbol.is_empty() {
            len += 1;
        }
        if !self.baseline_metrics.is_empty() {
            len += 1;
        }
        if self.metadata.is_some() {
            len += 1;
        }
        if self.model_uuid.is_some() {
            len += 1;
        }
        if self.model_uri.is_some() {
            len += 1;
        }
        if self.signature.is_some() {
            len += 1;
        }
        if self.structured_metadata.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.SiteFlatPayload", len)?;
        if !self.event_type.is_empty() {
            struct_ser.serialize_field("event_type", &self.event_type)?;
        }
        if !self.model_id.is_empty() {
            struct_ser.serialize_field("model_id", &self.model_id)?;
        }
        if !self.idempotency_key.is_empty() {
            struct_ser.serialize_field("idempotency_key", &self.idempotency_key)?;
        }
        if !self.status.is_empty() {
            struct_ser.serialize_field("status", &self.status)?;
        }
        if !self.token_id.is_empty() {
            struct_ser.serialize_field("token_id", &self.token_id)?;
        }
        if !self.token_identifier.is_empty() {
            struct_ser.serialize_field("token_identifier", &self.token_identifier)?;
        }
        if !self.proposal_identifier.is_empty() {
            struct_ser.serialize_field("proposal_identifier", &self.proposal_identifier)?;
        }
        if !self.model_name.is_empty() {
            struct_ser.serialize_field("model_name", &self.model_name)?;
        }
        if !self.model_version.is_empty() {
            struct_ser.serialize_field("model_version", &self.model_version)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if !self.metric_name.is_empty() {
            struct_ser.serialize_field("metric_name", &self.metric_name)?;
        }
        if self.baseline_value != 0. {
            struct_ser.serialize_field("baseline_value", &self.baseline_value)?;
        }
        if self.current_value != 0. {
            struct_ser.serialize_field("current_value", &self.current_value)?;
        }
        if let Some(v) = self.mlflow_run_id.as_ref() {
            struct_ser.serialize_field("mlflow_run_id", v)?;
        }
        if !self.registered_version.is_empty() {
            struct_ser.serialize_field("registered_version", &self.registered_version)?;
        }
        if !self.timestamp.is_empty() {
            struct_ser.serialize_field("timestamp", &self.timestamp)?;
        }
        if !self.token_symbol.is_empty() {
            struct_ser.serialize_field("token_symbol", &self.token_symbol)?;
        }
        if !self.baseline_metrics.is_empty() {
            struct_ser.serialize_field("baseline_metrics", &self.baseline_metrics)?;
        }
        if let Some(v) = self.metadata.as_ref() {
            struct_ser.serialize_field("metadata", v)?;
        }
        if let Some(v) = self.model_uuid.as_ref() {
            struct_ser.serialize_field("model_uuid", v)?;
        }
        if let Some(v) = self.model_uri.as_ref() {
            struct_ser.serialize_field("model_uri", v)?;
        }
        if let Some(v) = self.signature.as_ref() {
            struct_ser.serialize_field("signature", v)?;
        }
        if let Some(v) = self.structured_metadata.as_ref() {
            struct_ser.serialize_field("structured_metadata", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SiteFlatPayload {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "event_type",
            "model_id",
            "idempotency_key",
            "status",
            "token_id",
            "token_identifier",
            "proposal_identifier",
            "model_name",
            "model_version",
            "version",
            "metric_name",
            "baseline_value",
            "current_value",
            "mlflow_run_id",
            "registered_version",
            "timestamp",
            "token_symbol",
            "baseline_metrics",
            "metadata",
            "model_uuid",
            "model_uri",
            "signature",
            "structured_metadata",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EventType,
            ModelId,
            IdempotencyKey,
            Status,
            TokenId,
            TokenIdentifier,
            ProposalIdentifier,
            ModelName,
            ModelVersion,
            Version,
            MetricName,
            BaselineValue,
            CurrentValue,
            MlflowRunId,
            RegisteredVersion,
            Timestamp,
            TokenSymbol,
            BaselineMetrics,
            Metadata,
            ModelUuid,
            ModelUri,
            Signature,
            StructuredMetadata,
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
                            "event_type" => Ok(GeneratedField::EventType),
                            "model_id" => Ok(GeneratedField::ModelId),
                            "idempotency_key" => Ok(GeneratedField::IdempotencyKey),
                            "status" => Ok(GeneratedField::Status),
                            "token_id" => Ok(GeneratedField::TokenId),
                            "token_identifier" => Ok(GeneratedField::TokenIdentifier),
                            "proposal_identifier" => Ok(GeneratedField::ProposalIdentifier),
                            "model_name" => Ok(GeneratedField::ModelName),
                            "model_version" => Ok(GeneratedField::ModelVersion),
                            "version" => Ok(GeneratedField::Version),
                            "metric_name" => Ok(GeneratedField::MetricName),
                            "baseline_value" => Ok(GeneratedField::BaselineValue),
                            "current_value" => Ok(GeneratedField::CurrentValue),
                            "mlflow_run_id" => Ok(GeneratedField::MlflowRunId),
                            "registered_version" => Ok(GeneratedField::RegisteredVersion),
                            "timestamp" => Ok(GeneratedField::Timestamp),
                            "token_symbol" => Ok(GeneratedField::TokenSymbol),
                            "baseline_metrics" => Ok(GeneratedField::BaselineMetrics),
                            "metadata" => Ok(GeneratedField::Metadata),
                            "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "model_uri" => Ok(GeneratedField::ModelUri),
                            "signature" => Ok(GeneratedField::Signature),
                            "structured_metadata" => Ok(GeneratedField::StructuredMetadata),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SiteFlatPayload;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.SiteFlatPayload")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SiteFlatPayload, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut event_type__ = None;
                let mut model_id__ = None;
                let mut idempotency_key__ = None;
                let mut status__ = None;
                let mut token_id__ = None;
                let mut token_identifier__ = None;
                let mut proposal_identifier__ = None;
                let mut model_name__ = None;
                let mut model_version__ = None;
                let mut version__ = None;
                let mut metric_name__ = None;
                let mut baseline_value__ = None;
                let mut current_value__ = None;
                let mut mlflow_run_id__ = None;
                let mut registered_version__ = None;
                let mut timestamp__ = None;
                let mut token_symbol__ = None;
                let mut baseline_metrics__ = None;
                let mut metadata__ = None;
                let mut model_uuid__ = None;
                let mut model_uri__ = None;
                let mut signature__ = None;
                let mut structured_metadata__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EventType => {
                            if event_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("event_type"));
                            }
                            event_type__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelId => {
                            if model_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("model_id"));
                            }
                            model_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::IdempotencyKey => {
                            if idempotency_key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("idempotency_key"));
                            }
                            idempotency_key__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Status => {
                            if status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("status"));
                            }
                            status__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TokenId => {
                            if token_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("token_id"));
                            }
                            token_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TokenIdentifier => {
                            if token_identifier__.is_some() {
                                return Err(serde::de::Error::duplicate_field("token_identifier"));
                            }
                            token_identifier__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProposalIdentifier => {
                            if proposal_identifier__.is_some() {
                                return Err(serde::de::Error::duplicate_field("proposal_identifier"));
                            }
                            proposal_identifier__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelName => {
                            if model_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("model_name"));
                            }
                            model_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelVersion => {
                            if model_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("model_version"));
                            }
                            model_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MetricName => {
                            if metric_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metric_name"));
                            }
                            metric_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::BaselineValue => {
                            if baseline_value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baseline_value"));
                            }
                            baseline_value__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CurrentValue => {
                            if current_value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("current_value"));
                            }
                            current_value__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MlflowRunId => {
                            if mlflow_run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mlflow_run_id"));
                            }
                            mlflow_run_id__ = map_.next_value()?;
                        }
                        GeneratedField::RegisteredVersion => {
                            if registered_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registered_version"));
                            }
                            registered_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Timestamp => {
                            if timestamp__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timestamp"));
                            }
                            timestamp__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TokenSymbol => {
                            if token_symbol__.is_some() {
                                return Err(serde::de::Error::duplicate_field("token_symbol"));
                            }
                            token_symbol__ = Some(map_.next_value()?);
                        }
                        GeneratedField::BaselineMetrics => {
                            if baseline_metrics__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baseline_metrics"));
                            }
                            baseline_metrics__ = Some(
                                map_.next_value::<std::collections::HashMap<_, ::pbjson::private::NumberDeserialize<f64>>>()?
                                    .into_iter().map(|(k,v)| (k, v.0)).collect()
                            );
                        }
                        GeneratedField::Metadata => {
                            if metadata__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metadata"));
                            }
                            metadata__ = map_.next_value()?;
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("model_uuid"));
                            }
                            model_uuid__ = map_.next_value()?;
                        }
                        GeneratedField::ModelUri => {
                            if model_uri__.is_some() {
                                return Err(serde::de::Error::duplicate_field("model_uri"));
                            }
                            model_uri__ = map_.next_value()?;
                        }
                        GeneratedField::Signature => {
                            if signature__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signature"));
                            }
                            signature__ = map_.next_value()?;
                        }
                        GeneratedField::StructuredMetadata => {
                            if structured_metadata__.is_some() {
                                return Err(serde::de::Error::duplicate_field("structured_metadata"));
                            }
                            structured_metadata__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SiteFlatPayload {
                    event_type: event_type__.unwrap_or_default(),
                    model_id: model_id__.unwrap_or_default(),
                    idempotency_key: idempotency_key__.unwrap_or_default(),
                    status: status__.unwrap_or_default(),
                    token_id: token_id__.unwrap_or_default(),
                    token_identifier: token_identifier__.unwrap_or_default(),
                    proposal_identifier: proposal_identifier__.unwrap_or_default(),
                    model_name: model_name__.unwrap_or_default(),
                    model_version: model_version__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                    metric_name: metric_name__.unwrap_or_default(),
                    baseline_value: baseline_value__.unwrap_or_default(),
                    current_value: current_value__.unwrap_or_default(),
                    mlflow_run_id: mlflow_run_id__,
                    registered_version: registered_version__.unwrap_or_default(),
                    timestamp: timestamp__.unwrap_or_default(),
                    token_symbol: token_symbol__.unwrap_or_default(),
                    baseline_metrics: baseline_metrics__.unwrap_or_default(),
                    metadata: metadata__,
                    model_uuid: model_uuid__,
                    model_uri: model_uri__,
                    signature: signature__,
                    structured_metadata: structured_metadata__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.SiteFlatPayload", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SiteModel {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.status.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        if self.run_id.is_some() {
            len += 1;
        }
        if self.user_id.is_some() {
            len += 1;
        }
        if self.api_schema.is_some() {
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
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.SiteModel", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.status.is_empty() {
            struct_ser.serialize_field("status", &self.status)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if let Some(v) = self.run_id.as_ref() {
            struct_ser.serialize_field("run_id", v)?;
        }
        if let Some(v) = self.user_id.as_ref() {
            struct_ser.serialize_field("user_id", v)?;
        }
        if let Some(v) = self.api_schema.as_ref() {
            struct_ser.serialize_field("api_schema", v)?;
        }
        if let Some(v) = self.eval_spec.as_ref() {
            struct_ser.serialize_field("eval_spec", v)?;
        }
        if let Some(v) = self.scorer_ref.as_ref() {
            struct_ser.serialize_field("scorer_ref", v)?;
        }
        if let Some(v) = self.primary_metric.as_ref() {
            struct_ser.serialize_field("primary_metric", v)?;
        }
        if let Some(v) = self.benchmark_spec_id.as_ref() {
            struct_ser.serialize_field("benchmark_spec_id", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SiteModel {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "name",
            "status",
            "version",
            "run_id",
            "user_id",
            "api_schema",
            "eval_spec",
            "scorer_ref",
            "primary_metric",
            "benchmark_spec_id",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Name,
            Status,
            Version,
            RunId,
            UserId,
            ApiSchema,
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
                            "id" => Ok(GeneratedField::Id),
                            "name" => Ok(GeneratedField::Name),
                            "status" => Ok(GeneratedField::Status),
                            "version" => Ok(GeneratedField::Version),
                            "run_id" => Ok(GeneratedField::RunId),
                            "user_id" => Ok(GeneratedField::UserId),
                            "api_schema" => Ok(GeneratedField::ApiSchema),
                            "eval_spec" => Ok(GeneratedField::EvalSpec),
                            "scorer_ref" => Ok(GeneratedField::ScorerRef),
                            "primary_metric" => Ok(GeneratedField::PrimaryMetric),
                            "benchmark_spec_id" => Ok(GeneratedField::BenchmarkSpecId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SiteModel;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.SiteModel")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SiteModel, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut name__ = None;
                let mut status__ = None;
                let mut version__ = None;
                let mut run_id__ = None;
                let mut user_id__ = None;
                let mut api_schema__ = None;
                let mut eval_spec__ = None;
                let mut scorer_ref__ = None;
                let mut primary_metric__ = None;
                let mut benchmark_spec_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Status => {
                            if status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("status"));
                            }
                            status__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RunId => {
                            if run_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("run_id"));
                            }
                            run_id__ = map_.next_value()?;
                        }
                        GeneratedField::UserId => {
                            if user_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("user_id"));
                            }
                            user_id__ = map_.next_value()?;
                        }
                        GeneratedField::ApiSchema => {
                            if api_schema__.is_some() {
                                return Err(serde::de::Error::duplicate_field("api_schema"));
                            }
                            api_schema__ = map_.next_value()?;
                        }
                        GeneratedField::EvalSpec => {
                            if eval_spec__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eval_spec"));
                            }
                            eval_spec__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ScorerRef => {
                            if scorer_ref__.is_some() {
                                return Err(serde::de::Error::duplicate_field("scorer_ref"));
                            }
                            scorer_ref__ = map_.next_value()?;
                        }
                        GeneratedField::PrimaryMetric => {
                            if primary_metric__.is_some() {
                                return Err(serde::de::Error::duplicate_field("primary_metric"));
                            }
                            primary_metric__ = map_.next_value()?;
                        }
                        GeneratedField::BenchmarkSpecId => {
                            if benchmark_spec_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("benchmark_spec_id"));
                            }
                            benchmark_spec_id__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SiteModel {
                    id: id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    status: status__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                    run_id: run_id__,
                    user_id: user_id__,
                    api_schema: api_schema__,
                    eval_spec: eval_spec__,
                    scorer_ref: scorer_ref__,
                    primary_metric: primary_metric__,
                    benchmark_spec_id: benchmark_spec_id__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.SiteModel", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SiteNestedPayload {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.event_type.is_empty() {
            len += 1;
        }
        if self.model.is_some() {
            len += 1;
        }
        if !self.timestamp.is_empty() {
            len += 1;
        }
        if !self.source.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.SiteNestedPayload", len)?;
        if !self.event_type.is_empty() {
            struct_ser.serialize_field("event_type", &self.event_type)?;
        }
        if let Some(v) = self.model.as_ref() {
            struct_ser.serialize_field("model", v)?;
        }
        if !self.timestamp.is_empty() {
            struct_ser.serialize_field("timestamp", &self.timestamp)?;
        }
        if !self.source.is_empty() {
            struct_ser.serialize_field("source", &self.source)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SiteNestedPayload {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "event_type",
            "model",
            "timestamp",
            "source",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EventType,
            Model,
            Timestamp,
            Source,
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
                            "event_type" => Ok(GeneratedField::EventType),
                            "model" => Ok(GeneratedField::Model),
                            "timestamp" => Ok(GeneratedField::Timestamp),
                            "source" => Ok(GeneratedField::Source),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SiteNestedPayload;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.SiteNestedPayload")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SiteNestedPayload, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut event_type__ = None;
                let mut model__ = None;
                let mut timestamp__ = None;
                let mut source__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EventType => {
                            if event_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("event_type"));
                            }
                            event_type__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Model => {
                            if model__.is_some() {
                                return Err(serde::de::Error::duplicate_field("model"));
                            }
                            model__ = map_.next_value()?;
                        }
                        GeneratedField::Timestamp => {
                            if timestamp__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timestamp"));
                            }
                            timestamp__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Source => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("source"));
                            }
                            source__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SiteNestedPayload {
                    event_type: event_type__.unwrap_or_default(),
                    model: model__,
                    timestamp: timestamp__.unwrap_or_default(),
                    source: source__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.SiteNestedPayload", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for StageChanged {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.version.is_empty() {
            len += 1;
        }
        if self.model_uuid.is_some() {
            len += 1;
        }
        if !self.stage.is_empty() {
            len += 1;
        }
        if !self.previous_stage.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.StageChanged", len)?;
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if let Some(v) = self.model_uuid.as_ref() {
            struct_ser.serialize_field("modelUuid", v)?;
        }
        if !self.stage.is_empty() {
            struct_ser.serialize_field("stage", &self.stage)?;
        }
        if !self.previous_stage.is_empty() {
            struct_ser.serialize_field("previousStage", &self.previous_stage)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for StageChanged {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "version",
            "model_uuid",
            "modelUuid",
            "stage",
            "previous_stage",
            "previousStage",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Version,
            ModelUuid,
            Stage,
            PreviousStage,
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
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "stage" => Ok(GeneratedField::Stage),
                            "previousStage" | "previous_stage" => Ok(GeneratedField::PreviousStage),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = StageChanged;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.StageChanged")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<StageChanged, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut version__ = None;
                let mut model_uuid__ = None;
                let mut stage__ = None;
                let mut previous_stage__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = map_.next_value()?;
                        }
                        GeneratedField::Stage => {
                            if stage__.is_some() {
                                return Err(serde::de::Error::duplicate_field("stage"));
                            }
                            stage__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PreviousStage => {
                            if previous_stage__.is_some() {
                                return Err(serde::de::Error::duplicate_field("previousStage"));
                            }
                            previous_stage__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(StageChanged {
                    version: version__.unwrap_or_default(),
                    model_uuid: model_uuid__,
                    stage: stage__.unwrap_or_default(),
                    previous_stage: previous_stage__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.StageChanged", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TagsChanged {
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
        if self.model_uuid.is_some() {
            len += 1;
        }
        if !self.set_tags.is_empty() {
            len += 1;
        }
        if !self.deleted_keys.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.TagsChanged", len)?;
        if let Some(v) = self.version.as_ref() {
            struct_ser.serialize_field("version", v)?;
        }
        if let Some(v) = self.model_uuid.as_ref() {
            struct_ser.serialize_field("modelUuid", v)?;
        }
        if !self.set_tags.is_empty() {
            struct_ser.serialize_field("setTags", &self.set_tags)?;
        }
        if !self.deleted_keys.is_empty() {
            struct_ser.serialize_field("deletedKeys", &self.deleted_keys)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TagsChanged {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "version",
            "model_uuid",
            "modelUuid",
            "set_tags",
            "setTags",
            "deleted_keys",
            "deletedKeys",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Version,
            ModelUuid,
            SetTags,
            DeletedKeys,
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
                            "modelUuid" | "model_uuid" => Ok(GeneratedField::ModelUuid),
                            "setTags" | "set_tags" => Ok(GeneratedField::SetTags),
                            "deletedKeys" | "deleted_keys" => Ok(GeneratedField::DeletedKeys),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TagsChanged;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.TagsChanged")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TagsChanged, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut version__ = None;
                let mut model_uuid__ = None;
                let mut set_tags__ = None;
                let mut deleted_keys__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = map_.next_value()?;
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = map_.next_value()?;
                        }
                        GeneratedField::SetTags => {
                            if set_tags__.is_some() {
                                return Err(serde::de::Error::duplicate_field("setTags"));
                            }
                            set_tags__ = Some(
                                map_.next_value::<std::collections::HashMap<_, _>>()?
                            );
                        }
                        GeneratedField::DeletedKeys => {
                            if deleted_keys__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deletedKeys"));
                            }
                            deleted_keys__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TagsChanged {
                    version: version__,
                    model_uuid: model_uuid__,
                    set_tags: set_tags__.unwrap_or_default(),
                    deleted_keys: deleted_keys__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.TagsChanged", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for VersionDeleted {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.version.is_empty() {
            len += 1;
        }
        if self.model_uuid.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.VersionDeleted", len)?;
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if let Some(v) = self.model_uuid.as_ref() {
            struct_ser.serialize_field("modelUuid", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for VersionDeleted {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "version",
            "model_uuid",
            "modelUuid",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Version,
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
                            "version" => Ok(GeneratedField::Version),
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
            type Value = VersionDeleted;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.VersionDeleted")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<VersionDeleted, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut version__ = None;
                let mut model_uuid__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ModelUuid => {
                            if model_uuid__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelUuid"));
                            }
                            model_uuid__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(VersionDeleted {
                    version: version__.unwrap_or_default(),
                    model_uuid: model_uuid__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.VersionDeleted", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for VersionObserved {
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
        if self.registration.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.VersionObserved", len)?;
        if let Some(v) = self.model_version.as_ref() {
            struct_ser.serialize_field("modelVersion", v)?;
        }
        if let Some(v) = self.registration.as_ref() {
            struct_ser.serialize_field("registration", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for VersionObserved {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "model_version",
            "modelVersion",
            "registration",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ModelVersion,
            Registration,
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
                            "registration" => Ok(GeneratedField::Registration),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = VersionObserved;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.VersionObserved")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<VersionObserved, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut model_version__ = None;
                let mut registration__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ModelVersion => {
                            if model_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("modelVersion"));
                            }
                            model_version__ = map_.next_value()?;
                        }
                        GeneratedField::Registration => {
                            if registration__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registration"));
                            }
                            registration__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(VersionObserved {
                    model_version: model_version__,
                    registration: registration__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.VersionObserved", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for WatchEventsRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.cursor.is_empty() {
            len += 1;
        }
        if self.start_time.is_some() {
            len += 1;
        }
        if self.filter.is_some() {
            len += 1;
        }
        if self.checkpoint_interval.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.WatchEventsRequest", len)?;
        if !self.cursor.is_empty() {
            struct_ser.serialize_field("cursor", &self.cursor)?;
        }
        if let Some(v) = self.start_time.as_ref() {
            struct_ser.serialize_field("startTime", v)?;
        }
        if let Some(v) = self.filter.as_ref() {
            struct_ser.serialize_field("filter", v)?;
        }
        if let Some(v) = self.checkpoint_interval.as_ref() {
            struct_ser.serialize_field("checkpointInterval", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for WatchEventsRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "cursor",
            "start_time",
            "startTime",
            "filter",
            "checkpoint_interval",
            "checkpointInterval",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Cursor,
            StartTime,
            Filter,
            CheckpointInterval,
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
                            "cursor" => Ok(GeneratedField::Cursor),
                            "startTime" | "start_time" => Ok(GeneratedField::StartTime),
                            "filter" => Ok(GeneratedField::Filter),
                            "checkpointInterval" | "checkpoint_interval" => Ok(GeneratedField::CheckpointInterval),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = WatchEventsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.WatchEventsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<WatchEventsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut cursor__ = None;
                let mut start_time__ = None;
                let mut filter__ = None;
                let mut checkpoint_interval__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Cursor => {
                            if cursor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cursor"));
                            }
                            cursor__ = Some(map_.next_value()?);
                        }
                        GeneratedField::StartTime => {
                            if start_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("startTime"));
                            }
                            start_time__ = map_.next_value()?;
                        }
                        GeneratedField::Filter => {
                            if filter__.is_some() {
                                return Err(serde::de::Error::duplicate_field("filter"));
                            }
                            filter__ = map_.next_value()?;
                        }
                        GeneratedField::CheckpointInterval => {
                            if checkpoint_interval__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointInterval"));
                            }
                            checkpoint_interval__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(WatchEventsRequest {
                    cursor: cursor__.unwrap_or_default(),
                    start_time: start_time__,
                    filter: filter__,
                    checkpoint_interval: checkpoint_interval__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.WatchEventsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for WatchEventsResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.cursor.is_empty() {
            len += 1;
        }
        if self.event.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("modelwire.event.v1.WatchEventsResponse", len)?;
        if !self.cursor.is_empty() {
            struct_ser.serialize_field("cursor", &self.cursor)?;
        }
        if let Some(v) = self.event.as_ref() {
            struct_ser.serialize_field("event", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for WatchEventsResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "cursor",
            "event",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Cursor,
            Event,
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
                            "cursor" => Ok(GeneratedField::Cursor),
                            "event" => Ok(GeneratedField::Event),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = WatchEventsResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct modelwire.event.v1.WatchEventsResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<WatchEventsResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut cursor__ = None;
                let mut event__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Cursor => {
                            if cursor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cursor"));
                            }
                            cursor__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Event => {
                            if event__.is_some() {
                                return Err(serde::de::Error::duplicate_field("event"));
                            }
                            event__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(WatchEventsResponse {
                    cursor: cursor__.unwrap_or_default(),
                    event: event__,
                })
            }
        }
        deserializer.deserialize_struct("modelwire.event.v1.WatchEventsResponse", FIELDS, GeneratedVisitor)
    }
}
