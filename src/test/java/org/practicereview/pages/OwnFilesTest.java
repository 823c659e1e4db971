package org.practicereview.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.journey.RunningService;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
@DisplayName("Style sheets and scripts")
class OwnFilesTest {

  private static final int MOST_FOR_A_PAGE = 30_000;
  private static final int MOST_FOR_TASKLIST = 1_500_000;

  @LocalServerPort private int port;

  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  @DisplayName("of a page are packed, and kept under a name that changes with what is in them")
  void ofAPage() throws Exception {
    List<String> files = files("/refer/essex");
    assertThat(files).hasSizeGreaterThanOrEqualTo(3);
    int bytes = 0;
    for (String file : files) {
      HttpResponse<byte[]> answer = get(file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(header(answer, "Cache-Control")).as(file).contains("max-age=31536000");
      assertThat(file).containsPattern("-[0-9a-f]{32}[.]|/govuk-frontend/[0-9.]+/");
      bytes += answer.body().length;
    }
    assertThat(bytes).isLessThan(MOST_FOR_A_PAGE);
  }

  @Test
  @DisplayName(
      "are not kept where they are asked for by a plain name, or are those of another release")
  void notKept() throws Exception {
    assertThat(header(get("/pages/pages.css"), "Cache-Control")).contains("no-store");
    HttpResponse<byte[]> other = get("/pages/pages-" + "0".repeat(32) + ".css");
    assertThat(other.statusCode()).isEqualTo(404);
    assertThat(header(other, "Cache-Control")).doesNotContain("max-age=31536000");
  }

  @Test
  @DisplayName("of Tasklist are packed, and pages and answers with what is secret are not")
  void ofTasklist() throws Exception {
    int bytes = 0;
    for (String file : files("/camunda/app/tasklist/default/")) {
      HttpResponse<byte[]> answer = get(file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      bytes += answer.body().length;
    }
    assertThat(bytes).isBetween(100_000, MOST_FOR_TASKLIST);
    for (String secret : List.of("/refer/essex", "/camunda/app/tasklist/default/")) {
      assertThat(header(get(secret), "Content-Encoding")).as(secret).isEmpty();
    }
  }

  /** The style sheets and scripts that a page names. */
  private List<String> files(String page) throws Exception {
    Document html = Jsoup.parse(new String(get(page).body()), "http://localhost:" + port + page);
    return Stream.concat(
            html.select("link[rel=stylesheet]").eachAttr("abs:href").stream(),
            html.select("script[src]").eachAttr("abs:src").stream())
        .map(file -> file.replaceFirst("^http://[^/]+", ""))
        .toList();
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept-Encoding", "gzip")
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
