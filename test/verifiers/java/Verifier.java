import com.standardwebhooks.Webhook;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Verifies requests with the standardwebhooks library of Java; see ../README.md. */
public final class Verifier {
  private static void verify(String line) throws Exception {
    String[] parts = line.split("\t", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException("expected 5 columns, there are " + parts.length);
    }
    Map<String, List<String>> headers =
        Map.of(
            "webhook-id", List.of(parts[1]),
            "webhook-timestamp", List.of(parts[2]),
            "webhook-signature", List.of(parts[3]));
    // It takes the body as text only.
    String body = new String(Base64.getDecoder().decode(parts[4]), StandardCharsets.UTF_8);
    new Webhook(parts[0]).verify(body, HttpHeaders.of(headers, (name, value) -> true));
  }

  public static void main(String[] arguments) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      try {
        verify(line);
        System.out.println("ok");
      } catch (Exception error) {
        System.out.println("refused: " + error.getMessage());
      }
    }
  }
}
