package io.modelwire.client;

/** Says that a request is not taken for a webhook of Modelwire. */
public final class WebhookRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final WebhookRejection reason;

  WebhookRejectedException(WebhookRejection reason, String message) {
    this(reason, message, null);
  }

  WebhookRejectedException(WebhookRejection reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Gives the reason. */
  public WebhookRejection reason() {
    return reason;
  }
}
