package org.practicereview.partnership;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.practicereview.partnership.ProfileKeys.Section;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one profile and finds everything that is wrong with it, each with its line. */
final class ProfileReader {

  private static final String CLOCKS = "clocks";
  private static final String AGENCIES = "agencies";
  private static final String THEMES = "themes";

  /** Their codes name the three partners in forms and letters, too. */
  private static final Map<String, String> STATUTORY = new TreeMap<>();

  static {
    STATUTORY.put("local-authority", "the local authority");
    STATUTORY.put("police", "the police");
    STATUTORY.put("health", "the integrated care board");
  }

  private final String file;
  private final List<Finding> findings = new ArrayList<>();

  private ProfileReader(String file) {
    this.file = file;
  }

  /** Reads the text of a file. */
  static ProfileFile read(String file, String text) {
    return new ProfileReader(file).read(text);
  }

  private ProfileFile read(String text) {
    Node root = compose(text);
    Partnership partnership = root == null ? null : profile(root);
    return new ProfileFile(file, root, partnership, findings);
  }

  private Node compose(String text) {
    try {
      Node root = new Yaml().compose(new StringReader(text));
      if (root == null) {
        found(1, "The file is empty.", "Write a profile, or take the file out of the folder.");
      }
      return root;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      found(
          mark == null ? 1 : mark.getLine() + 1,
          "This is not valid YAML: " + e.getProblem() + ".",
          "Look at this line and the one before it: spaces at the start (never tabs), the colon"
              + " and a space after each key, a quotation mark that is not closed,"
              + " here or further up.");
    } catch (YAMLException e) {
      found(
          1,
          "This is not valid YAML: it holds characters that are not text.",
          "Save the file as plain text in UTF-8.");
    }
    return null;
  }

  private Partnership profile(Node root) {
    Map<String, Node> sections = new LinkedHashMap<>();
    List<String> known = new ArrayList<>(ProfileKeys.section(ProfileKeys.TOP).names());
    ProfileKeys.sections().stream()
        .map(Section::section)
        .filter(name -> !name.equals(ProfileKeys.TOP))
        .forEach(known::add);
    if (!(root instanceof MappingNode)) {
      found(
          ProfileFile.line(root),
          "The file is a list or a text, not a profile.",
          "Start with the key id at the left edge.");
      return null;
    }
    entries(root, ProfileKeys.TOP, known).forEach(sections::put);
    Map<String, String> top = values(sections, ProfileKeys.section(ProfileKeys.TOP), 1);
    Map<String, ClockRule> clocks = new LinkedHashMap<>();
    entries(sections.get(CLOCKS), CLOCKS, null)
        .forEach((clock, changes) -> clocks.put(clock, clock(clock, changes)));
    return new Partnership(
        top.get("id"),
        top.get("name"),
        top.get("short-name"),
        top.get("reference-prefix"),
        top.get("guidance"),
        section(sections, "vocabulary"),
        clocks,
        options(section(sections, "options")),
        section(sections, "settings"),
        section(sections, "mailboxes"),
        agencies(sections.get(AGENCIES)),
        themes(sections.get(THEMES)));
  }

  private Map<String, String> section(Map<String, Node> sections, String name) {
    Section section = ProfileKeys.section(name);
    Node node = sections.get(name);
    if (node == null) {
      if (section.isRequired()) {
        found(
            1,
            "The section \"" + name + "\" is missing.",
            "Add it with its keys: " + String.join(", ", section.names()) + ".");
      }
      return Map.of();
    }
    return values(entries(node, name, section.names()), section, ProfileFile.line(node));
  }

  private static Map<String, Boolean> options(Map<String, String> values) {
    Map<String, Boolean> options = new TreeMap<>();
    values.forEach((option, value) -> options.put(option, Boolean.valueOf(value)));
    return options;
  }

  private ClockRule clock(String clock, Node changes) {
    Section section = ProfileKeys.section(CLOCKS);
    Map<String, String> values =
        values(
            entries(changes, CLOCKS + ", " + clock, section.names()),
            section,
            ProfileFile.line(changes));
    return new ClockRule(
        values.get("trigger"),
        number(values.get("length")),
        values.get("unit"),
        number(values.get("reminder-before")),
        values.get("day-off"));
  }

  private static Integer number(String value) {
    return value == null ? null : Integer.valueOf(value);
  }

  private List<Agency> agencies(Node node) {
    if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      found(
          node == null ? 1 : ProfileFile.line(node),
          "The profile names no agencies.",
          "Add the section \"agencies\": a list with a hyphen before each agency, and among them"
              + " local-authority, police and health.");
      return List.of();
    }
    Section section = ProfileKeys.section(AGENCIES);
    Map<String, Agency> byCode = new LinkedHashMap<>();
    for (Node entry : list.getValue()) {
      int line = ProfileFile.line(entry);
      Map<String, Node> entries = entries(entry, AGENCIES, section.names());
      Map<String, String> values = values(entries, section, line);
      String code = values.get("code");
      Agency agency =
          new Agency(
              code,
              values.get("name"),
              values.get("mailbox"),
              values.get("senior-manager-mailbox"),
              Boolean.parseBoolean(values.get("statutory-partner")));
      if (code != null && byCode.put(code, agency) != null) {
        found(
            ProfileFile.line(entries.get("code")),
            "Two agencies have the code \"" + code + "\".",
            "Give each agency a code of its own.");
      }
      if (STATUTORY.containsKey(code) && !agency.statutoryPartner()) {
        found(
            line,
            "The agency \"" + code + "\" is not marked as a statutory safeguarding partner.",
            "Write statutory-partner: true for it.");
      }
    }
    STATUTORY.forEach(
        (code, name) -> {
          if (!byCode.containsKey(code)) {
            found(
                ProfileFile.line(list),
                "A statutory safeguarding partner is missing: " + name + ".",
                "Add an agency with code: " + code + " and statutory-partner: true.");
          }
        });
    return List.copyOf(byCode.values());
  }

  private List<Theme> themes(Node node) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      found(
          ProfileFile.line(node),
          "The themes are no list.",
          "Write a hyphen before each theme, with its code and its name.");
      return List.of();
    }
    Section section = ProfileKeys.section(THEMES);
    Map<String, Theme> byCode = new LinkedHashMap<>();
    for (Node entry : list.getValue()) {
      int line = ProfileFile.line(entry);
      Map<String, String> values = values(entries(entry, THEMES, section.names()), section, line);
      String code = values.get("code");
      if (code != null && byCode.put(code, new Theme(code, values.get("name"), "")) != null) {
        found(line, "Two themes have the code \"" + code + "\".", "Give each a code of its own.");
      }
    }
    return List.copyOf(byCode.values());
  }

  /** The entries of a mapping by key; {@code known} is null where any key may stand. */
  private Map<String, Node> entries(Node node, String where, List<String> known) {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (node == null) {
      return entries;
    }
    if (!(node instanceof MappingNode mapping)) {
      found(
          ProfileFile.line(node),
          "Under \"" + where + "\" there are no keys.",
          known == null
              ? "Write each key on a line of its own, indented, or take the section out."
              : "Write on lines of their own, indented: " + String.join(", ", known) + ".");
      return entries;
    }
    for (NodeTuple entry : mapping.getValue()) {
      int line = ProfileFile.line(entry.getKeyNode());
      String key =
          entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "a list as key";
      if (known != null && !known.contains(key)) {
        found(
            line,
            "\"" + key + "\" is no key of " + place(where) + ".",
            DidYouMean.oneOf(key, known));
      } else if (entries.put(key, entry.getValueNode()) != null) {
        found(
            line,
            "The key \"" + key + "\" stands twice in " + place(where) + ".",
            "Keep one of the two.");
      }
    }
    return entries;
  }

  private static String place(String where) {
    return where.equals(ProfileKeys.TOP) ? "a profile" : "\"" + where + "\"";
  }

  /** The values that are right; what is wrong or missing becomes a finding. */
  private Map<String, String> values(Map<String, Node> entries, Section section, int line) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Key key : section.keys()) {
      Node node = entries.get(key.key());
      if (node == null && key.isRequired()) {
        found(
            line,
            "The key \"" + key.key() + "\" is missing in " + place(section.section()) + ".",
            "Add it (" + key.kindInWords() + "): " + key.meaning());
      } else if (node != null && !(node instanceof ScalarNode)) {
        found(
            ProfileFile.line(node),
            "\"" + key.key() + "\" holds a list or keys of its own, not " + key.kindInWords() + ".",
            key.remedy(""));
      } else if (node instanceof ScalarNode scalar) {
        String value = scalar.getValue().strip();
        if (key.accepts(value)) {
          values.put(key.key(), value);
        } else {
          found(
              ProfileFile.line(scalar),
              "\"" + key.key() + "\" " + said(value) + ", which is not " + key.kindInWords() + ".",
              key.remedy(value));
        }
      }
    }
    return values;
  }

  private static String said(String value) {
    return value.isEmpty() ? "is empty" : "is \"" + value + "\"";
  }

  private void found(int line, String wrong, String remedy) {
    findings.add(new Finding(file, line, wrong, remedy));
  }
}
