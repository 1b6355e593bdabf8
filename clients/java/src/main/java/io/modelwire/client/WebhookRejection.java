package io.modelwire.client;

/** Why a request is not taken for a webhook of Modelwire. */
public enum WebhookRejection {
  /** A header is not there: the content type, or one of {@code webhook-id} and its siblings. */
  MISSING_HEADER,
  /** {@code webhook-timestamp} is no number of seconds. */
  MALFORMED_TIMESTAMP,
  /** The request was made longer ago than is tolerated: it may be a repeat by somebody else. */
  TOO_OLD,
  /** The request was made in the future, by more than is tolerated: a clock is wrong. */
  TOO_NEW,
  /** No signature is of any of the secrets: the request is not genuine, or was changed. */
  WRONG_SIGNATURE,
  /** The request is genuine, and its content type is neither JSON nor protobuf. */
  UNKNOWN_CONTENT_TYPE,
  /** The request is genuine, and its body is not the event that the headers name. */
  MALFORMED_BODY
}
