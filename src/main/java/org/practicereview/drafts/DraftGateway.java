package org.practicereview.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practicereview.drafts.FormDrafts.Draft;
import org.practicereview.drafts.FormDrafts.Writer;
import org.practicereview.engine.AccountNames;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.KeptAnswers;
import org.practicereview.engine.TaskAccess;
import org.practicereview.engine.TaskAccess.Holder;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers the calls with which a form in Tasklist keeps what is typed: {@code GET} says what is
 * kept and who else writes, {@code PUT} keeps all answers, {@code POST} those that changed, {@code
 * DELETE} forgets them. Stands behind the web applications' sign-in and cross-site checks; each
 * call asks anew whether the person may open the form.
 */
class DraftGateway extends OncePerRequestFilter {

  /** Characters of all answers of a form; a form of the largest narratives has half of it. */
  static final int LARGEST = 2_000_000;

  private static final Pattern DRAFT =
      Pattern.compile("/camunda/api/engine/engine/default/(task|process-definition)/([^/]+)/draft");
  private static final TypeReference<LinkedHashMap<String, Object>> ANSWERS =
      new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FormDrafts drafts;
  private final TaskAccess access;
  private final EngineIdentity identity;
  private final AccountNames names;

  DraftGateway(FormDrafts drafts, TaskAccess access, EngineIdentity identity, AccountNames names) {
    this.drafts = drafts;
    this.access = access;
    this.identity = identity;
    this.names = names;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher path =
        DRAFT.matcher(request.getRequestURI().substring(request.getContextPath().length()));
    if (!path.matches()) {
      chain.doFilter(request, response);
      return;
    }
    Optional<String> user = identity.user();
    if (user.isEmpty()) {
      refuse(response, 401, "NotSignedIn", "Please sign in again.");
      return;
    }
    try {
      boolean task = path.group(1).equals("task");
      Optional<Holder> holder = task ? access.holder(path.group(2)) : Optional.empty();
      String place =
          task
              ? KeptAnswers.ofTask(path.group(2))
              : KeptAnswers.ofStart(access.process(path.group(2)));
      answer(request, response, place, task ? path.group(2) : null, user.get(), holder);
    } catch (TypedElsewhere e) {
      refuse(response, 409, "TypedElsewhere", e.getMessage() + ".");
    } catch (Refused e) {
      refuse(response, 409, "NotKept", e.getMessage() + ".");
    } catch (NotThere e) {
      refuse(response, 404, "NotYourTask", e.getMessage() + ".");
    } catch (JsonProcessingException e) {
      refuse(response, 400, "NotKept", "The form could not be read.");
    }
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      String place,
      String taskId,
      String user,
      Optional<Holder> holder)
      throws IOException {
    switch (request.getMethod()) {
      case "GET" -> write(response, state(place, user, holder));
      case "PUT", "POST" -> {
        if (holder.isPresent() && !holder.get().userId().equals(user)) {
          throw new Refused(
              "This is being done by " + name(holder.get().userId()) + ", and cannot be kept");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
          refuse(response, 413, "NotKept", "This is more than can be kept before it is sent.");
          return;
        }
        JsonNode sent = JSON.readTree(body);
        drafts.keep(
            place,
            taskId,
            user,
            sent.path("version").asInt(0),
            JSON.convertValue(sent.path("answers"), ANSWERS),
            request.getMethod().equals("PUT"));
        write(response, state(place, user, holder));
      }
      case "DELETE" -> {
        drafts.forget(place, user);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> refuse(response, 405, "NotAllowed", "There is no such call.");
    }
  }

  private Map<String, Object> state(String place, String user, Optional<Holder> holder) {
    Map<String, Object> state = new LinkedHashMap<>();
    Optional<Draft> draft = drafts.draft(place, user);
    List<Writer> others = drafts.others(place, user);
    Map<String, String> called =
        names.of(
            Stream.concat(
                others.stream().map(Writer::userId), holder.stream().map(Holder::userId)));
    state.put("user", user);
    state.put("version", draft.map(Draft::version).orElse(0));
    state.put("keptAt", draft.map(Draft::keptAt).map(Instant::toString).orElse(null));
    state.put(
        "others",
        others.stream()
            .map(one -> Map.of("name", called.get(one.userId()), "since", one.since().toString()))
            .toList());
    holder.ifPresent(
        one -> {
          Map<String, Object> by = new LinkedHashMap<>();
          by.put("name", called.get(one.userId()));
          by.put("since", one.since() == null ? null : one.since().toString());
          by.put("self", one.userId().equals(user));
          state.put("holder", by);
        });
    return state;
  }

  private String name(String userId) {
    return names.of(userId);
  }

  private static void refuse(HttpServletResponse response, int status, String type, String message)
      throws IOException {
    response.setStatus(status);
    write(response, Map.of("type", type, "message", message));
  }

  private static void write(HttpServletResponse response, Object answer) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    JSON.writeValue(response.getOutputStream(), answer);
  }
}
