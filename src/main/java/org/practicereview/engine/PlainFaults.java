package org.practicereview.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.practicereview.refusals.Busy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers in plain words where the engine's web interface would show the person a fault in its own:
 * with statements of the database, names of classes and what the driver says.
 */
class PlainFaults extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(PlainFaults.class);
  private static final int FAULT = 500;
  private static final int BUSY = 503;
  private static final String CONFLICT =
      "Someone else has changed this at the same moment, and nothing of yours was changed. Open it"
          + " again.";

  private final FormJson json = new FormJson();

  /** What a person is told when something is broken. */
  static String fault(String number) {
    return "Something went wrong in the service, and nothing was changed. Please try again; if it"
        + " happens again, tell support the number "
        + number
        + ".";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Withheld withheld = new Withheld(response);
    chain.doFilter(request, withheld);
    if (withheld.status < FAULT || response.isCommitted()) {
      return;
    }
    if (withheld.isOurs()) {
      response.setStatus(withheld.status);
      response.getOutputStream().write(withheld.kept.toByteArray());
      return;
    }
    if (withheld.isConflict()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      json.write(response, Map.of("type", "Conflict", "message", CONFLICT));
      return;
    }
    String number = UUID.randomUUID().toString().substring(0, 8);
    boolean busy = withheld.isBusy();
    LOG.warn(
        "{} {} failed, fault {}, busy: {}",
        request.getMethod(),
        request.getRequestURI(),
        number,
        busy);
    response.setStatus(busy ? BUSY : FAULT);
    if (busy) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "60");
    }
    json.write(
        response,
        Map.of(
            "type", busy ? "Busy" : "Fault", "message", busy ? Busy.words(number) : fault(number)));
  }

  /** Keeps back the body of an answer that says that something failed. */
  private static final class Withheld extends HttpServletResponseWrapper {

    private static final int MOST = 64 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int status = HttpServletResponse.SC_OK;
    private PrintWriter writer;

    private Withheld(HttpServletResponse response) {
      super(response);
    }

    private boolean isOurs() {
      String body = body();
      return body.contains("\"type\":\"Fault\"") || body.contains("\"type\":\"Busy\"");
    }

    private boolean isConflict() {
      return body().contains("\"type\":\"OptimisticLockingException\"");
    }

    private boolean isBusy() {
      String body = body();
      return body.contains("\"code\":" + BusyCode.CODE)
          || body.contains("CannotCreateTransactionException");
    }

    private String body() {
      if (writer != null) {
        writer.flush();
      }
      return kept.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void setStatus(int code) {
      status = code;
      if (code < FAULT) {
        super.setStatus(code);
      }
    }

    @Override
    public int getStatus() {
      return status;
    }

    @Override
    public void sendError(int code) throws IOException {
      sendError(code, "");
    }

    @Override
    public void sendError(int code, String message) throws IOException {
      status = code;
      if (code < FAULT) {
        super.sendError(code, message);
      }
    }

    @Override
    public void setContentLength(int length) {
      if (status < FAULT) {
        super.setContentLength(length);
      }
    }

    @Override
    public void setContentLengthLong(long length) {
      if (status < FAULT) {
        super.setContentLengthLong(length);
      }
    }

    @Override
    public void flushBuffer() throws IOException {
      if (status < FAULT) {
        super.flushBuffer();
      }
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      if (status < FAULT) {
        return super.getWriter();
      }
      writer = new PrintWriter(getOutputStream(), false, StandardCharsets.UTF_8);
      return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return status < FAULT ? super.getOutputStream() : new Kept();
    }

    private final class Kept extends ServletOutputStream {

      @Override
      public void write(int one) {
        if (kept.size() < MOST) {
          kept.write(one);
        }
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("Written at once");
      }
    }
  }
}
