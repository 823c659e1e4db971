package org.practicereview.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template of an installation's own folder cannot do more than print facts. */
class HostileTemplateTest {

  private static final String HEAD =
      "<html><head><title>Own letter</title><meta name=\"subject\" content=\"{reference}: own\" />"
          + "<meta name=\"optional\" content=\"known\" /></head><body>";

  @TempDir Path folder;

  private final AtomicInteger requests = new AtomicInteger();
  private final LetterPdf pdf = new LetterPdf(new LetterFonts());
  private final TemplateText text = new TemplateText();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void isUsedInsteadOfThePackagedOne() throws IOException {
    template("<p>Ours</p>");
    assertThat(templates().get("referral/decision").title()).isEqualTo("Own letter");
    assertThat(templates().get("referral/acknowledgement").title())
        .isEqualTo("We have received your referral");
  }

  @Test
  void fetchesNothing() throws IOException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    String hostile =
        "<html lang=\"en-GB\"><head><title>t</title><meta name=\"description\" content=\"d\" />"
            + ("<link rel=\"stylesheet\" href=\"%s1.css\" /><style>@import url(%s2.css);"
                    + " body { background: url(%s3.png); font-family: X }"
                    + " @font-face { font-family: X; src: url(%s4.ttf) }</style></head>"
                    + "<body><img alt=\"\" src=\"%s5.png\" /><object data=\"%s6\"></object>"
                    + "<iframe src=\"%s7\"></iframe><img alt=\"\" src=\"file:///etc/hostname\" />"
                    + "<img alt=\"\" src=\"jar:%s8.jar!/x\" /><p>text</p></body></html>")
                .replace("%s", url);
    assertThat(pdf.print(Jsoup.parse(hostile))).isNotEmpty();
    assertThat(requests).hasValue(0);
  }

  @Test
  void keepsNothingThatFetchesOrRuns() throws IOException {
    template(
        "<img src=\"http://x.example/1.png\"/><script>x()</script><p onclick=\"x()\""
            + " style=\"background:url(http://x.example)\">text</p><a href=\"http://x.example\">l</a>"
            + "<iframe src=\"http://x.example\"></iframe><object data=\"http://x.example\"></object>");
    String body =
        LetterText.clean(text.fill(templates().get("referral/decision").body(), Map.of()));
    assertThat(body)
        .contains("<p>text</p>")
        .doesNotContain("x.example", "script", "onclick", "x()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${T(java.lang.Runtime).getRuntime()}",
        "${@dataSource}",
        "${fact.known.class}",
        "${fact.known.getClass()}",
        "${fact.known.toUpperCase()}",
        "${#ctx}",
        "${#execInfo.templateName}",
        "${new java.io.File('x')}",
        "${7*7}",
        "${fact.undeclared}",
        "${fact['known'].length()}"
      })
  void reachesNothingButDeclaredFacts(String expression) throws IOException {
    template("<p th:text=\"" + expression + "\">x</p>");
    String body = templates().get("referral/decision").body();
    Map<String, Object> values = Map.of("fact", Map.of("known", "value"));
    if (expression.equals("${fact.known.class}")) {
      assertThat(text.fill(body, values)).doesNotContain("java");
    } else {
      assertThatThrownBy(() -> text.fill(body, values)).isInstanceOf(RuntimeException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p th:utext=\"${fact.known}\">x</p>",
        "<p>[(${fact.known})]</p>",
        "<p th:text=\"__${fact.known}__\">x</p>",
        "<div th:replace=\"~{layout}\"></div>",
        "<p th:onclick=\"${fact.known}\">x</p>",
        "<p th:inline=\"javascript\">x</p>"
      })
  void isRefusedWhenItWouldPrintMarkup(String body) throws IOException {
    template(body);
    assertThatThrownBy(() -> templates().get("referral/decision"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must not contain");
  }

  @Test
  void cannotPutAFactIntoTheSubject() throws IOException {
    for (String subject : List.of("{childName}", "${fact.childName}", "")) {
      template("<p>x</p>", HEAD.replace("{reference}: own", subject));
      assertThatThrownBy(() -> templates().get("referral/decision"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ubject");
    }
  }

  @Test
  void cannotMakeANoticeOfFacts() throws IOException {
    template(
        "<p>x</p>", HEAD.replace("</head>", "<meta name=\"kind\" content=\"notice\"/></head>"));
    assertThatThrownBy(() -> templates().get("referral/decision"))
        .hasMessageContaining("must not use facts");
  }

  @Test
  void liesInItsFolderOnly() {
    for (String id : List.of("../secret", "referral/../../x", "/etc/passwd", "referral", "a/B")) {
      assertThatThrownBy(() -> templates().get(id)).isInstanceOf(IllegalStateException.class);
    }
  }

  private void template(String body) throws IOException {
    template(body, HEAD);
  }

  private void template(String body, String head) throws IOException {
    Files.createDirectories(folder.resolve("referral"));
    Files.writeString(folder.resolve("referral/decision.html"), head + body + "</body></html>");
  }

  private LetterTemplates templates() {
    return new LetterTemplates(folder.toString(), LetterTemplates.Released.NONE);
  }
}
