package org.practicereview.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.practicereview.bundle.BundleFile.Made;
import org.practicereview.bundle.BundleOrder.Head;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.FileClosed;
import org.practicereview.casefile.SealedReport;
import org.practicereview.letters.LetterPdf;
import org.practicereview.refusals.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Makes bundles one after the other, outside of any transaction: a long one takes minutes. What is
 * being made when the service stops is not made.
 */
@Service
public class BundleWork implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(BundleWork.class);
  private static final int MOST_WAITING = 10;

  private final ThreadPoolExecutor maker =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MOST_WAITING),
          work -> {
            Thread thread = new Thread(work, "bundles");
            thread.setDaemon(true);
            return thread;
          });

  private final Bundles bundles;
  private final Documents documents;
  private final LetterPdf printer;
  private final WorkFolder folder;

  /**
   * The making of bundles.
   *
   * @param installation the file with the id of the installation: beside it lies what is made
   */
  BundleWork(
      Bundles bundles,
      Documents documents,
      LetterPdf printer,
      @Value("${practice-review.installation.file:./data/installation.id}") Path installation) {
    this.bundles = bundles;
    this.documents = documents;
    this.printer = printer;
    this.folder = new WorkFolder(installation.toAbsolutePath().resolveSibling("bundles-in-work"));
    maker.allowCoreThreadTimeOut(true);
  }

  /** Deletes what was left by a node that was stopped in the middle. */
  @EventListener(ApplicationReadyEvent.class)
  void tidy() {
    folder.tidy();
  }

  /**
   * Has a bundle made. If the same form was sent before, nothing happens.
   *
   * @throws Refused if too many are waiting
   */
  public void make(BundleOrder order) {
    String id = order.head().id();
    if (!bundles.begin(order.head())) {
      return;
    }
    try {
      maker.execute(() -> make(id, order));
    } catch (RejectedExecutionException e) {
      bundles.notMade(id, "Too many bundles were waiting");
      throw new Refused("Too many bundles are being made at the moment. Try again in ten minutes");
    }
  }

  private void make(String id, BundleOrder order) {
    Path file = null;
    try {
      file = folder.file();
      Made made = new BundleFile(order, documents::content, printer, file.getParent()).write(file);
      keep(id, order.head(), made, file);
    } catch (NotMade e) {
      bundles.notMade(id, e.getMessage());
    } catch (SealedReport | FileClosed e) {
      bundles.notMade(
          id, "A file was closed while the bundle was made. Load the page again and choose anew");
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      // Its message may repeat words of the case.
      LOG.error("A bundle was not made: {}", e.getClass().getName());
      bundles.notMade(
          id,
          "A file could not be printed. Choose fewer files to find out which, and tell the system"
              + " administrator");
    } finally {
      delete(file);
    }
  }

  private void keep(String id, Head head, Made made, Path file) throws IOException {
    String sha256;
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      bundles.keep(id, in);
      sha256 = HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    bundles.made(head, made, Files.size(file), sha256);
  }

  private static void delete(Path file) {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("A file with a bundle could not be deleted: {}", e.getClass().getName());
    }
  }

  @Override
  public void destroy() {
    maker.shutdownNow();
  }
}
