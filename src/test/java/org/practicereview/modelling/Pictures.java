package org.practicereview.modelling;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.practicereview.deadlines.process.PackagedRules;
import org.practicereview.modelling.ShippedModels.ShippedModel;
import org.springframework.util.FileSystemUtils;

/**
 * Draws models with the viewer that Cockpit uses, in a browser without a window. Needs Chromium;
 * nothing but the writing of the documentation calls it.
 */
final class Pictures {

  private static final String VIEWER =
      "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";
  private static final String PAGE =
      """
      <!doctype html><meta charset="utf-8"><div id="canvas" style="height:900px"></div>
      <pre id="picture"></pre><script src="viewer.js"></script><script>
      var viewer = new BpmnJS({container: '#canvas'});
      viewer.importXML(%s).then(function () { return viewer.saveSVG(); }).then(function (drawn) {
        document.getElementById('picture').textContent = drawn.svg;
      });
      </script>
      """;

  private static final Pattern CAPTIONS =
      Pattern.compile("<g class=\"captions\".*?</g>", Pattern.DOTALL);
  private static final Pattern HEAD =
      Pattern.compile(
          "width=\"([\\d.]+)\" height=\"([\\d.]+)\""
              + " viewBox=\"(-?[\\d.]+) (-?[\\d.]+) [\\d.]+ [\\d.]+\"");

  private Pictures() {}

  /** The picture of a model as SVG, with the hash of the model it was drawn from. */
  static String draw(ShippedModel model) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("picture");
    try (InputStream viewer = Pictures.class.getResourceAsStream(VIEWER)) {
      Files.copy(viewer, folder.resolve("viewer.js"));
      String xml = new ObjectMapper().writeValueAsString(model.xml()).replace("</", "<\\/");
      Files.writeString(folder.resolve("page.html"), PAGE.formatted(xml));
      String svg =
          Jsoup.parse(dumped(folder)).selectFirst("#picture").wholeText().replace("\r", "");
      if (!svg.contains("<svg")) {
        throw new IllegalStateException("No picture was drawn of " + model.path());
      }
      // The viewer makes up a new id for each arrow head; the same model gives the same picture.
      svg = svg.replaceAll("(-(?:black|white))-[a-z0-9]{20,}", "$1");
      String title = "<title>" + model.process().getName() + "</title>";
      return svg.substring(svg.indexOf("<svg")).replaceFirst(">", ">" + hashLine(model) + title)
          + "\n";
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** What stands beside the steps of a model, by their ids. */
  static Map<String, String> captions(ShippedModel model) {
    return Captions.SHIPPED.of(model.model());
  }

  /** The same picture with the words that stand beside its steps now, and room for them. */
  static String captioned(String svg, ShippedModel model) {
    String bare = CAPTIONS.matcher(svg).replaceAll("");
    CaptionPlaces places = new CaptionPlaces(model.model(), captions(model));
    Matcher head = HEAD.matcher(bare);
    if (!head.find()) {
      throw new IllegalStateException("No size stands in the picture of " + model.path());
    }
    Rectangle2D box =
        new Rectangle2D.Double(number(head, 3), number(head, 4), number(head, 1), number(head, 2));
    for (CaptionPlaces.Placed one : places.placed()) {
      Rectangle2D at = one.at();
      // Room is only ever added, so that writing the same captions again changes nothing.
      if (!box.contains(at)) {
        box.add(
            new Rectangle2D.Double(
                at.getX() - 4, at.getY() - 4, at.getWidth() + 8, at.getHeight() + 8));
      }
    }
    String sized =
        "width=\"%.0f\" height=\"%.0f\" viewBox=\"%.0f %.0f %.0f %.0f\""
            .formatted(
                box.getWidth(),
                box.getHeight(),
                box.getX(),
                box.getY(),
                box.getWidth(),
                box.getHeight());
    return head.replaceFirst(sized)
        .replaceFirst("</svg>\\s*$", Matcher.quoteReplacement(places.svg() + "</svg>\n"));
  }

  private static double number(Matcher head, int group) {
    return Double.parseDouble(head.group(group));
  }

  private static final class Captions {
    private static final PackagedRules RULES = new PackagedRules();
    private static final PictureCaptions SHIPPED =
        new PictureCaptions(clock -> RULES.find(clock).orElse(null), Captions::title);

    private static String title(String letter) {
      return new LetterParts(
              ShippedModels.text(Path.of("src/main/resources/letters", letter + ".html")))
          .title();
    }
  }

  /** The comment by which a picture says which model it shows. */
  static String hashLine(ShippedModel model) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(model.xml().getBytes(StandardCharsets.UTF_8));
      return "<!-- " + model.path() + " sha-256 " + HexFormat.of().formatHex(hash) + " -->";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether there is such a browser on this machine. */
  static boolean canDraw() {
    try {
      return new ProcessBuilder(System.getProperty("docs.browser", "chromium"), "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What stands on the page {@code page.html} of a folder once its scripts have run. */
  static String dumped(Path folder) throws IOException, InterruptedException {
    Path out = folder.resolve("dump.html");
    Process browser =
        new ProcessBuilder(
                List.of(
                    System.getProperty("docs.browser", "chromium"),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--allow-file-access-from-files",
                    "--virtual-time-budget=5000",
                    "--user-data-dir=" + folder.resolve("profile"),
                    "--dump-dom",
                    folder.resolve("page.html").toUri().toString()))
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!browser.waitFor(300, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
      throw new IllegalStateException("The browser did not finish");
    }
    return Files.readString(out);
  }
}
