package org.practicereview.modelling;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
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
