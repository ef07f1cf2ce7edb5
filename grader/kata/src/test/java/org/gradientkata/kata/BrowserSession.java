package org.gradientkata.kata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A browser that real keys are pressed in, by Chromium's DevTools protocol. */
final class BrowserSession {
  private static final long SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keys by their names, with what the protocol wants to know of them. */
  private static final Map<String, Integer> CODES =
      Map.of("Tab", 9, "Enter", 13, " ", 32, "ArrowDown", 40, "ArrowUp", 38);

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> answers;
  private int calls;

  private BrowserSession(Process process, WebSocket socket, BlockingQueue<JsonNode> answers) {
    this.process = process;
    this.socket = socket;
    this.answers = answers;
  }

  /** Opens a page in a browser of its own. */
  static BrowserSession open(Chromium browser, Path page) throws Exception {
    Files.createDirectories(browser.profile());
    Process process =
        new ProcessBuilder(
                browser.program().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + browser.profile(),
                page.toUri().toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    HttpClient client = HttpClient.newHttpClient();
    URI address = address(client, port(browser.profile()));
    BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(address, new Answers(answers))
            .get(SECONDS, TimeUnit.SECONDS);
    BrowserSession session = new BrowserSession(process, socket, answers);
    session.awaitPage();
    return session;
  }

  /** What an expression of JavaScript comes to, as a text. */
  String value(String expression) throws Exception {
    Map<String, Object> words =
        Map.of("expression", "String(" + expression + ")", "returnByValue", true);
    return call("Runtime.evaluate", words).at("/result/value").asText();
  }

  /** Presses a key and lets it go. */
  void press(String key) throws Exception {
    String text = key.equals("Enter") ? "\r" : key.equals(" ") ? " " : "";
    for (String type : List.of(text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "key",
              key,
              "code",
              key.equals(" ") ? "Space" : key,
              "text",
              type.equals("keyDown") ? text : "",
              "windowsVirtualKeyCode",
              CODES.get(key)));
    }
  }

  /** Types a text where the focus is. */
  void type(String text) throws Exception {
    call("Input.insertText", Map.of("text", text));
  }

  /** Loads the page anew. */
  void reload() throws Exception {
    value("window.old = true");
    call("Page.reload", Map.of());
    awaitPage();
  }

  /** What the browser tells a screen reader: role and name of every node that isn't left out. */
  List<String> accessible() throws Exception {
    JsonNode nodes = call("Accessibility.getFullAXTree", Map.of()).get("nodes");
    return nodes.findParents("role").stream()
        .filter(node -> !node.path("ignored").asBoolean())
        .map(node -> node.at("/role/value").asText() + ": " + node.at("/name/value").asText())
        .toList();
  }

  /** Ends the browser. */
  void close() throws Exception {
    // Not destroy(): it would leave a link to a folder outside its profile.
    call("Browser.close", Map.of());
    socket.abort();
    process.onExit().get(SECONDS, TimeUnit.SECONDS);
  }

  private void awaitPage() throws Exception {
    for (int i = 0; i < SECONDS * 10; i++) {
      // Between two pages there is an empty one.
      String ready = "document.readyState === 'complete' && location.protocol === 'file:'";
      if (value(ready + " && !window.old").equals("true")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IOException("the page was not loaded");
  }

  private JsonNode call(String method, Map<String, Object> words) throws Exception {
    int id = ++calls;
    String message = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", words));
    socket.sendText(message, true).get(SECONDS, TimeUnit.SECONDS);
    while (true) {
      JsonNode answer = answers.poll(SECONDS, TimeUnit.SECONDS);
      if (answer == null || answer.has("error")) {
        throw new IOException(method + ": " + answer);
      }
      if (answer.path("id").asInt() == id) {
        return answer.get("result");
      }
    }
  }

  private static String port(Path profile) throws Exception {
    Path file = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < SECONDS * 10; i++) {
      if (Files.exists(file) && Files.readString(file).contains("\n")) {
        return Files.readAllLines(file).get(0);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IOException("the browser named no port");
  }

  private static URI address(HttpClient client, String port) throws Exception {
    HttpRequest pages =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
    for (int i = 0; i < SECONDS * 10; i++) {
      String body = client.send(pages, HttpResponse.BodyHandlers.ofString()).body();
      for (JsonNode page : JSON.readTree(body)) {
        if (page.path("type").asText().equals("page")) {
          return URI.create(page.get("webSocketDebuggerUrl").asText());
        }
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IOException("the browser has no page");
  }

  /** Puts the pieces of each message together. */
  private static final class Answers implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> answers;
    private final StringBuilder pieces = new StringBuilder();

    Answers(BlockingQueue<JsonNode> answers) {
      this.answers = answers;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
      pieces.append(piece);
      if (last) {
        try {
          answers.add(JSON.readTree(pieces.toString()));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        } finally {
          pieces.setLength(0);
        }
      }
      socket.request(1);
      return null;
    }
  }
}
