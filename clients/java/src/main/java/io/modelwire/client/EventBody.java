package io.modelwire.client;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.modelwire.event.v1.Event;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the event in a body. What a newer server has added is passed over. */
final class EventBody {
  private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

  private EventBody() {}

  static Event parse(String contentType, byte[] body) throws WebhookRejectedException {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/json" -> parseJson(body);
      case "application/protobuf" -> parseBinary(body);
      default ->
          throw new WebhookRejectedException(
              WebhookRejection.UNKNOWN_CONTENT_TYPE, "the content type is " + contentType);
    };
  }

  private static Event parseBinary(byte[] body) throws WebhookRejectedException {
    try {
      return Event.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw malformed("the body is no event", e);
    }
  }

  private static Event parseJson(byte[] body) throws WebhookRejectedException {
    try {
      // Refuses what is not UTF-8, which a String would take.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonElement root = STRICT.fromJson(text, JsonElement.class);
      if (!(root instanceof JsonObject object)
          || !(object.get("data") instanceof JsonObject data)) {
        throw malformed("the body has no data", null);
      }
      Event.Builder event = Event.newBuilder();
      PARSER.merge(data.toString(), event);
      return event.build();
    } catch (CharacterCodingException e) {
      throw malformed("the body is not UTF-8", e);
    } catch (JsonParseException e) {
      throw malformed("the body is no JSON", e);
    } catch (InvalidProtocolBufferException e) {
      throw malformed("data is no event", e);
    }
  }

  private static WebhookRejectedException malformed(String message, Throwable cause) {
    return new WebhookRejectedException(WebhookRejection.MALFORMED_BODY, message, cause);
  }
}
