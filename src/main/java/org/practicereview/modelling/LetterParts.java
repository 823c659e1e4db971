package org.practicereview.modelling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * The parts of a letter's text that an administrator changes. Whatever is not changed stays letter
 * by letter as it was; which facts the text uses is noted in its head.
 */
public final class LetterParts {

  private static final Pattern TITLE = Pattern.compile("(<title>)(.*?)(</title>)", Pattern.DOTALL);
  private static final Pattern BODY = Pattern.compile("(<body>\\n?)(.*)(</body>)", Pattern.DOTALL);
  private static final Pattern META =
      Pattern.compile("(<meta\\s+name=\"([a-z-]+)\"\\s+content=\")([^\"]*)(\"\\s*/?>)");
  private static final Pattern PATH = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern FACT = Pattern.compile("\\bfact(?:\\.(\\w+)|\\['([\\w-]+)'])");
  private static final Pattern COMPARED =
      Pattern.compile(
          "\\$\\{((?:fact|row)\\.\\w+|letter\\.recipientKind)}\\s*[!=]=\\s*'([\\w-]+)'");

  private final String text;

  /** The parts of the whole text of a letter. */
  public LetterParts(String text) {
    this.text = text;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** What the letter is called. */
  public String title() {
    return Parser.unescapeEntities(part(TITLE), false).strip();
  }

  /** The subject line of the mail that carries it. */
  public String subject() {
    return Parser.unescapeEntities(meta().getOrDefault("subject", ""), true);
  }

  /** The words themselves, with their marks. */
  public String body() {
    return part(BODY);
  }

  private String part(Pattern which) {
    Matcher found = which.matcher(text);
    return found.find() ? found.group(2) : "";
  }

  /** What its head says, by name, as it is written. */
  Map<String, String> meta() {
    Map<String, String> meta = new LinkedHashMap<>();
    META.matcher(text).results().forEach(one -> meta.put(one.group(2), one.group(3)));
    return meta;
  }

  /** The keys that its head lists under a name. */
  Set<String> listed(String name) {
    return Arrays.stream(meta().getOrDefault(name, "").split(","))
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The facts that its words use. */
  Set<String> facts() {
    Set<String> facts = new TreeSet<>();
    PATH.matcher(body())
        .results()
        .map(MatchResult::group)
        .forEach(
            path ->
                FACT.matcher(path)
                    .results()
                    .forEach(one -> facts.add(one.group(1) != null ? one.group(1) : one.group(2))));
    return facts;
  }

  /** What decides how it reads, with the values that its words ask for. */
  Map<String, Set<String>> compared() {
    Map<String, Set<String>> compared = new TreeMap<>();
    COMPARED
        .matcher(body())
        .results()
        .forEach(
            one ->
                compared.computeIfAbsent(one.group(1), path -> new TreeSet<>()).add(one.group(2)));
    return compared;
  }

  /** The same letter with other words. */
  public LetterParts with(String title, String subject, String body) {
    LetterParts changed = this;
    if (!title.strip().equals(title())) {
      changed = changed.set(TITLE, Entities.escape(title.strip()));
    }
    if (!subject.strip().equals(subject())) {
      changed = changed.withMeta("subject", Entities.escape(subject.strip()));
    }
    String plain = body.replace("\r\n", "\n");
    return plain.equals(body()) ? changed : changed.set(BODY, plain).declared(facts());
  }

  /** Notes the facts that it uses; those that it used before and does not use now are gone. */
  private LetterParts declared(Set<String> before) {
    Set<String> now = facts();
    Set<String> optional = new LinkedHashSet<>(listed("optional"));
    optional.removeIf(key -> before.contains(key) && !now.contains(key));
    now.stream()
        .filter(key -> !listed("required").contains(key))
        .filter(key -> !listed("partner-facts").contains(key))
        .forEach(optional::add);
    return optional.equals(listed("optional"))
        ? this
        : withMeta("optional", String.join(", ", optional));
  }

  private LetterParts set(Pattern which, String words) {
    Matcher found = which.matcher(text);
    return found.find()
        ? new LetterParts(text.substring(0, found.start(2)) + words + text.substring(found.end(2)))
        : this;
  }

  private LetterParts withMeta(String name, String content) {
    Matcher found = META.matcher(text);
    while (found.find()) {
      if (found.group(2).equals(name)) {
        return new LetterParts(
            text.substring(0, found.start(3)) + content + text.substring(found.end(3)));
      }
    }
    return new LetterParts(
        text.replaceFirst(
            "</head>",
            Matcher.quoteReplacement(
                "  <meta name=\"" + name + "\" content=\"" + content + "\" />\n</head>")));
  }
}
