package io.modelwire.client;

import io.modelwire.event.v1.Event;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies webhooks in the formats STANDARD and PROTOBUF, and reads their events.
 *
 * <p>An event can arrive more than once: keep its id, and do nothing for one that you have. A type
 * of event that this client does not know is {@code EVENT_TYPE_UNSPECIFIED} or {@code
 * UNRECOGNIZED}: ignore it.
 *
 * <p>It can be used by any number of threads.
 */
public final class WebhookVerifier {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SECRET_PREFIX = "whsec_";
  private static final String SIGNATURE_PREFIX = "v1,";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");

  private final List<SecretKeySpec> keys;
  private final Duration tolerance;
  private final Clock clock;

  private WebhookVerifier(List<SecretKeySpec> keys, Duration tolerance, Clock clock) {
    this.keys = keys;
    this.tolerance = tolerance;
    this.clock = clock;
  }

  /**
   * Verifies with secrets: that of the endpoint, and while it is changed the other one too.
   * Tolerates 300 seconds between the clocks.
   *
   * @param secrets each {@code whsec_} and base64, as the server gave it
   * @throws IllegalArgumentException where there is none, or one is malformed
   */
  public static WebhookVerifier of(String... secrets) {
    return of(List.of(secrets));
  }

  /**
   * Verifies with secrets, as {@link #of(String...)}.
   *
   * @throws IllegalArgumentException where there is none, or one is malformed
   */
  public static WebhookVerifier of(Collection<String> secrets) {
    if (secrets.isEmpty()) throw new IllegalArgumentException("expected a secret");
    List<SecretKeySpec> keys = secrets.stream().map(WebhookVerifier::keyOf).toList();
    return new WebhookVerifier(keys, Duration.ofSeconds(300), Clock.systemUTC());
  }

  /** Gives a verifier that tolerates another time between the clocks. */
  public WebhookVerifier withTolerance(Duration tolerance) {
    if (tolerance.isNegative()) throw new IllegalArgumentException("expected 0 or more");
    return new WebhookVerifier(keys, tolerance, clock);
  }

  /** Gives a verifier that asks another clock, for tests. */
  public WebhookVerifier withClock(Clock clock) {
    return new WebhookVerifier(keys, tolerance, clock);
  }

  /**
   * Verifies a request and reads its event.
   *
   * @param headers headers by their names, in any case
   * @param body the body as it came, to the byte
   * @throws WebhookRejectedException where it is not genuine, or no event
   */
  public Event verify(Map<String, String> headers, byte[] body) throws WebhookRejectedException {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return verify(anyCase::get, body);
  }

  /**
   * Verifies a request and reads its event.
   *
   * @param header gives a header by its name in lower case, or null, and takes names in any case:
   *     such as {@code request::getHeader} of a servlet, {@code headers::getFirst} of Spring
   * @param body the body as it came, to the byte
   * @throws WebhookRejectedException where it is not genuine, or no event
   */
  public Event verify(UnaryOperator<String> header, byte[] body) throws WebhookRejectedException {
    String id = require(header, "webhook-id");
    String timestamp = require(header, "webhook-timestamp");
    String signatures = require(header, "webhook-signature");
    String contentType = require(header, "content-type");
    checkTime(timestamp);
    if (!isSigned(id, timestamp, body, signatures)) {
      throw new WebhookRejectedException(
          WebhookRejection.WRONG_SIGNATURE, "no signature is of a secret of this endpoint");
    }
    // Only now: what is not genuine is not parsed.
    Event event = EventBody.parse(contentType, body);
    if (event.getEventId().equals(id)) return event;
    throw new WebhookRejectedException(
        WebhookRejection.MALFORMED_BODY, "the body is not the event that webhook-id names");
  }

  private static String require(UnaryOperator<String> header, String name)
      throws WebhookRejectedException {
    String value = header.apply(name);
    if (value != null && !value.isEmpty()) return value;
    throw new WebhookRejectedException(WebhookRejection.MISSING_HEADER, "there is no " + name);
  }

  private void checkTime(String timestamp) throws WebhookRejectedException {
    if (!SECONDS.matcher(timestamp).matches()) {
      throw new WebhookRejectedException(
          WebhookRejection.MALFORMED_TIMESTAMP, "webhook-timestamp is no number of seconds");
    }
    long aheadSeconds = Long.parseLong(timestamp) - clock.instant().getEpochSecond();
    long toleranceSeconds = tolerance.toSeconds();
    if (aheadSeconds < -toleranceSeconds) {
      throw new WebhookRejectedException(
          WebhookRejection.TOO_OLD, "the request was made " + -aheadSeconds + " s ago");
    }
    if (aheadSeconds > toleranceSeconds) {
      throw new WebhookRejectedException(
          WebhookRejection.TOO_NEW, "the request was made in " + aheadSeconds + " s from now");
    }
  }

  private boolean isSigned(String id, String timestamp, byte[] body, String signatures) {
    byte[] start = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    boolean signed = false;
    for (SecretKeySpec key : keys) {
      byte[] expected = sign(key, start, body);
      for (String signature : signatures.split(" ")) {
        if (!signature.startsWith(SIGNATURE_PREFIX)) continue;
        byte[] given =
            signature.substring(SIGNATURE_PREFIX.length()).getBytes(StandardCharsets.UTF_8);
        // In constant time.
        signed |= MessageDigest.isEqual(expected, given);
      }
    }
    return signed;
  }

  private static byte[] sign(SecretKeySpec key, byte[] start, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(start);
      return Base64.getEncoder().encode(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  private static SecretKeySpec keyOf(String secret) {
    String text =
        secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // Without the cause, which would tell a part of it.
      throw new IllegalArgumentException("a secret is not whsec_ and base64");
    }
    if (key.length == 0) throw new IllegalArgumentException("a secret is empty");
    return new SecretKeySpec(key, ALGORITHM);
  }
}
