//! What is generated of the contract in `proto/`; `npm run generate -- rust` makes it anew.

/// Models and their versions: registering, reading and changing them.
pub mod registry {
    /// Version 1.
    #[allow(missing_docs, clippy::all, clippy::pedantic)]
    #[allow(rustdoc::invalid_html_tags, rustdoc::broken_intra_doc_links)]
    pub mod v1 {
        include!("gen/modelwire.registry.v1.rs");
        include!("gen/modelwire.registry.v1.serde.rs");
    }
}

/// What happens to models.
pub mod event {
    /// Version 1.
    #[allow(missing_docs, clippy::all, clippy::pedantic)]
    #[allow(rustdoc::invalid_html_tags, rustdoc::broken_intra_doc_links)]
    pub mod v1 {
        include!("gen/modelwire.event.v1.rs");
        include!("gen/modelwire.event.v1.serde.rs");
    }
}

/// Where events are sent.
pub mod webhook {
    /// Version 1.
    #[allow(missing_docs, clippy::all, clippy::pedantic)]
    #[allow(rustdoc::invalid_html_tags, rustdoc::broken_intra_doc_links)]
    pub mod v1 {
        include!("gen/modelwire.webhook.v1.rs");
        include!("gen/modelwire.webhook.v1.serde.rs");
    }
}

/// Who may call, and what.
pub mod access {
    /// Version 1.
    #[allow(missing_docs, clippy::all, clippy::pedantic)]
    #[allow(rustdoc::invalid_html_tags, rustdoc::broken_intra_doc_links)]
    pub mod v1 {
        include!("gen/modelwire.access.v1.rs");
        include!("gen/modelwire.access.v1.serde.rs");
    }
}
