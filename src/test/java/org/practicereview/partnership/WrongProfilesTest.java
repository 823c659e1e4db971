package org.practicereview.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicereview.deadlines.LocalRules;
import org.practicereview.deadlines.process.PackagedRules;
import org.practicereview.outbox.MailText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.yaml.snakeyaml.Yaml;

@DisplayName("A profile")
class WrongProfilesTest {

  private static final Path EXAMPLE = Path.of("docker/partnerships/midshire.yaml");
  private static final LocalRules CLOCKS = new LocalRules(new PackagedRules());

  @TempDir Path folder;

  @Test
  @DisplayName("that is right is accepted, and is the only one that is offered")
  void right() throws IOException {
    write("midshire.yaml", Files.readString(EXAMPLE));

    Partnerships partnerships = start(false);

    assertThat(partnerships.all()).extracting(Partnership::id).containsExactly("midshire");
    Partnership midshire = partnerships.get("midshire");
    assertThat(CLOCKS.problems(midshire)).isEmpty();
    assertThat(midshire.mailbox("executive")).isEqualTo("executive@midshire.example");
    assertThat(midshire.setting("websiteMonths")).isEqualTo("24");
    assertThat(midshire.clocks().get("agency-return").length()).isEqualTo(7);
    assertThat(midshire.agency("education").statutoryPartner()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  @DisplayName("with a mistake is refused with file, line and remedy:")
  void wrong(Mistake mistake) throws IOException {
    String text = mistake.in(Files.readString(EXAMPLE));
    write("midshire.yaml", text);

    List<Finding> findings = findings();

    assertThat(findings)
        .filteredOn(finding -> finding.wrong().contains(mistake.wrong()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.file()).isEqualTo("midshire.yaml");
              assertThat(finding.line()).isEqualTo(mistake.line(text));
              assertThat(finding.remedy()).contains(mistake.remedy());
            });
    // A misspelt key that must be there is also missing; nothing else is ever said.
    assertThat(findings)
        .filteredOn(finding -> !finding.wrong().contains(mistake.wrong()))
        .allMatch(finding -> mistake.isMissingToo() && finding.wrong().contains("is missing"));
  }

  @Test
  @DisplayName("with many mistakes is told all of them, in the order of the lines")
  void allAtOnce() throws IOException {
    write(
        "midshire.yaml",
        Files.readString(EXAMPLE)
            .replace("reference-prefix: MS", "reference-prefix: midshire")
            .replace("    length: 7\n", "    length: 7\n    trigger: agencyAskOn\n")
            .replace("business.manager@midshire.example", "call the office"));

    assertThat(findings()).hasSize(3).isSorted();
  }

  @Test
  @DisplayName("has an id and a prefix that no other file has")
  void acrossFiles() throws IOException {
    write("midshire.yaml", Files.readString(EXAMPLE));
    write("northshire.yaml", Files.readString(EXAMPLE));

    assertThat(findings())
        .extracting(Finding::toString)
        .containsExactly(
            "northshire.yaml, line 3: Another partnership has the id \"midshire\", in"
                + " midshire.yaml. Give each partnership its own, or take one of the two files out"
                + " of the folder.",
            "northshire.yaml, line 6: Another partnership has the reference-prefix \"MS\", in"
                + " midshire.yaml. Give each partnership its own, or take one of the two files out"
                + " of the folder.");
  }

  @Test
  @DisplayName("with a prefix of the demonstration is refused in the demonstration only")
  void demonstrationPrefix() throws IOException {
    write("midshire.yaml", Files.readString(EXAMPLE).replace("prefix: MS", "prefix: SG"));

    assertThat(start(false).all()).hasSize(1);
    assertThatThrownBy(() -> start(true))
        .isInstanceOf(ProfilesRefused.class)
        .hasMessageContaining("the reference-prefix \"SG\"");
  }

  @Test
  @DisplayName("must be in the folder, in a file that ends in .yaml")
  void folder() throws IOException {
    assertThat(findings())
        .singleElement()
        .extracting(Finding::wrong)
        .asString()
        .contains("holds no profile");

    write("midshire.yml", Files.readString(EXAMPLE));
    assertThat(findings())
        .singleElement()
        .extracting(Finding::remedy)
        .asString()
        .contains("Rename it to midshire.yaml");

    Files.delete(folder.resolve("midshire.yml"));
    write("README.md", "Not a profile");
    write("midshire.yaml", Files.readString(EXAMPLE));
    assertThat(start(false).all()).hasSize(1);

    Files.write(folder.resolve("latin.yaml"), "name: Café".getBytes(StandardCharsets.ISO_8859_1));
    write("empty.yaml", "");
    write("list.yaml", "- a\n- b\n");
    assertThat(findings())
        .extracting(Finding::wrong)
        .containsExactly(
            "The file is empty.",
            "This file is not text in UTF-8.",
            "The file is a list or a text, not a profile.");
    assertThatThrownBy(() -> new YamlPartnerships("/no/such/folder", false, clocks()))
        .hasMessageContaining("/no/such/folder")
        .hasMessageContaining("PRACTICE_REVIEW_PARTNERSHIPS_FOLDER");
  }

  @ParameterizedTest
  @CsvSource({
    "a@b.example, true",
    "first.last+x@sub-domain.council.gov.uk, true",
    "o_hara@nhs.net, true",
    "a..b@c.uk, false",
    ".a@c.uk, false",
    "a.@c.uk, false",
    "a@-c.uk, false",
    "a@c-.uk, false",
    "a@c, false",
    "a@c..uk, false",
    "Office <a@c.uk>, false",
    "a@c.uk;b@c.uk, false",
    "é@c.uk, false"
  })
  @DisplayName("takes plain addresses only, and none to which no mail could be queued")
  void addresses(String address, boolean taken) {
    assertThat(Kind.ADDRESS.accepts(address)).isEqualTo(taken);
    assertThat(MailText.isAddress(address) || !taken).isTrue();
  }

  @Test
  @DisplayName("that is wrong is shown at the end of the start with what to do")
  void report() throws IOException {
    write("midshire.yaml", Files.readString(EXAMPLE).replace("MSCP\n", "\n"));
    ProfilesRefused refused = catchThrowableOfType(ProfilesRefused.class, () -> start(false));

    assertThat(new ProfilesRefusedReport().analyze(refused, refused).getDescription())
        .isEqualTo(
            """
            There is a mistake in the profiles of the partnerships:

                midshire.yaml, line 5
                    "short-name" is empty, which is not text of up to 200 characters.
                    Write a word or a few.""");
  }

  @Test
  @DisplayName("that does not fit the database stops the start, in its file or in the folder")
  void againstTheDatabase() throws IOException {
    write("midshire.yaml", Files.readString(EXAMPLE));
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    ProfileGate gate = new ProfileGate(start(false), beans.getBeanProvider(ProfileCheck.class));
    gate.afterSingletonsInstantiated();

    beans.addBean(
        "check",
        (ProfileCheck)
            () ->
                List.of(
                    new ProfileProblem("midshire", List.of("clocks", "agency-return"), "a", "b"),
                    new ProfileProblem("atlantis", List.of(), "c", "d")));
    assertThatThrownBy(gate::afterSingletonsInstantiated)
        .isInstanceOf(ProfilesRefused.class)
        .hasMessageContaining("midshire.yaml, line 28: a b")
        .hasMessageContaining(folder + ": c d");
  }

  static Stream<Mistake> mistakes() throws IOException {
    try (InputStream file =
        WrongProfilesTest.class.getResourceAsStream("/partnership/wrong-profiles.yaml")) {
      return Arrays.stream(new ObjectMapper().convertValue(new Yaml().load(file), Mistake[].class));
    }
  }

  /** A change of the example, and what is to be said about it. */
  record Mistake(
      String name,
      String change,
      String to,
      String section,
      String at,
      @JsonProperty("missing-too") boolean isMissingToo,
      String wrong,
      String remedy) {

    String in(String example) {
      if (section != null) {
        String[] parts = example.split("(?m)^" + section + ":\n(?:[ ].*\n)+");
        assertThat(parts).as(name).hasSizeLessThanOrEqualTo(2);
        return String.join("", parts);
      }
      assertThat(example.split(java.util.regex.Pattern.quote(change), -1)).as(name).hasSize(2);
      return example.replace(change, to);
    }

    int line(String text) {
      int start = text.indexOf(at == null ? to : at);
      assertThat(start).as(name).isNotNegative();
      return (int) text.substring(0, start).chars().filter(one -> one == '\n').count() + 1;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private List<Finding> findings() {
    return catchThrowableOfType(ProfilesRefused.class, this::startOwn).findings();
  }

  private void startOwn() {
    YamlPartnerships profiles = start(false);
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean(
        "clocks",
        (ProfileCheck)
            () -> profiles.all().stream().flatMap(one -> CLOCKS.problems(one).stream()).toList());
    new ProfileGate(profiles, beans.getBeanProvider(ProfileCheck.class))
        .afterSingletonsInstantiated();
  }

  private YamlPartnerships start(boolean demonstration) {
    return new YamlPartnerships(folder.toString(), demonstration, clocks());
  }

  static ObjectProvider<ProfileClocks> clocks() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("clocks", (ProfileClocks) CLOCKS::problems);
    return beans.getBeanProvider(ProfileClocks.class);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
