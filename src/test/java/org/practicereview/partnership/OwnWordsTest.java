package org.practicereview.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicereview.requirements.Requirement;

@DisplayName("The words of a partnership")
class OwnWordsTest {

  private final Partnerships partnerships =
      new YamlPartnerships("", false, WrongProfilesTest.clocks());

  @ParameterizedTest
  @Requirement({"D-03", "D-09", "D-17"})
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          essex | Meeting of the review team | Meeting of the Review Team
          essex | The sub-group accepted it. | The CSPR Sub-Committee accepted it.
          essex | Ask the lead reviewer, or a lead reviewer of your own. | Ask the Lead Reviewer, or a Lead Reviewer of your own.
          essex | An executive order | An ESCB Executive order
          essex | two practitioner sessions | two practitioner meetings
          essex | The business manager's notes | The ESCB Support Team's notes
          essex | the final report and the rapid review report | the Overview Report and the rapid review report
          south-gloucestershire | A lead reviewer is named. | An independent reviewer is named.
          south-gloucestershire | Lead reviewers | Independent reviewers
          south-gloucestershire | members of the review\\n  team | members of the Review Group
          south-gloucestershire | a review team member | a Review Group member
          south-gloucestershire | Three agency returns | Three Individual Agency Summaries
          south-gloucestershire | a practice review | a child safeguarding practice review
          south-gloucestershire | Executive | Children's Partnership Executive
          staffordshire | The executive decides. | The Safeguarding Partners decide.
          staffordshire | What does the executive decide? | What do the Safeguarding Partners decide?
          staffordshire | Has the executive approved it? | Have the Safeguarding Partners approved it?
          staffordshire | The executive has the plan and approves it. | The Safeguarding Partners have the plan and approves it.
          staffordshire | the executive's decision | the Safeguarding Partners' decision
          staffordshire | A local child safeguarding practice review | A local child safeguarding practice review
          staffordshire | A national child safeguarding practice review | A national child safeguarding practice review
          staffordshire | Child Safeguarding Practice Review Panel | Child Safeguarding Practice Review Panel
          staffordshire | The head of safeguarding decides | The Head of Safeguarding decides
          staffordshire | sub-group-meeting, business-manager | sub-group-meeting, business-manager
          """)
  @DisplayName("take the place of the words in which texts are written")
  void said(String partnership, String written, String said) {
    OwnWords words = partnerships.get(partnership).words();

    assertThat(words.in(written.replace("\\n", "\n"))).isEqualTo(said);
    assertThat(words.in(words.in(written.replace("\\n", "\n")))).isEqualTo(said);
  }

  @Test
  @DisplayName("are those of the text where no partnership is known")
  void none() {
    assertThat(OwnWords.NONE.in("The sub-group and a lead reviewer"))
        .isEqualTo("The sub-group and a lead reviewer");
  }

  @Test
  @DisplayName("stay text in a page")
  void markup() {
    OwnWords words = OwnWords.of(Map.of("signOffBody", "Board & Partners"));

    assertThat(words.inMarkup("The executive &amp; others"))
        .isEqualTo("The Board &amp; Partners &amp; others");
  }
}
