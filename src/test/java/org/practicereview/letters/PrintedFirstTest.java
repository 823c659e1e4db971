package org.practicereview.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditTrail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;

/** Printing takes long; meanwhile others write in the trail of the same case. */
@LettersTest
class PrintedFirstTest {

  @Autowired Letters letters;
  @Autowired ExampleCase example;
  @Autowired AuditTrail audit;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;
  @MockitoSpyBean LetterPdf pdf;

  @Test
  @DisplayName("All letters of a step are printed before the trail of their case is held")
  void trailIsFree() {
    String reference = example.open("essex");
    List<Boolean> free = new ArrayList<>();
    doAnswer(
            print -> {
              free.add(CompletableFuture.supplyAsync(() -> isFree(reference)).get());
              return print.callRealMethod();
            })
        .when(pdf)
        .print(any());
    int before = audit.of(reference).size();

    List<Letter> written =
        letters.write(
            new LetterRequest(
                reference,
                "rapidreview/report",
                List.of("head-of-safeguarding", "business-manager"),
                "",
                false,
                List.of(),
                "",
                "printed first",
                "system"));

    assertThat(written).hasSize(2).allMatch(letter -> letter.state() == LetterState.SENT);
    assertThat(free).containsExactly(true, true);
    assertThat(audit.of(reference)).hasSize(before + 2);
  }

  /** Whether someone else could write in the trail now. */
  private boolean isFree(String reference) {
    try {
      transactions.executeWithoutResult(
          status ->
              jdbc.sql(
                      "select last_hash from review.audit_chain where case_reference = ?"
                          + " for update nowait")
                  .param(reference)
                  .query(String.class)
                  .single());
      return true;
    } catch (org.springframework.dao.DataAccessException e) {
      return false;
    }
  }
}
