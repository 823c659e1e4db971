package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("A request that ends before it is whole")
class AbortedRequestsTest {

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  @DisplayName("is answered as such, also where something of ours wrapped the reason")
  void aborted() throws Exception {
    filter(
        (request, answer) -> {
          throw new IllegalStateException("read", new ClientAbortException("gone"));
        });

    assertThat(response.getStatus()).isEqualTo(400);
  }

  @Test
  @DisplayName("is told from a fault of the service, which goes on to the log")
  void fault() {
    assertThatThrownBy(
            () ->
                filter(
                    (request, answer) -> {
                      throw new IOException("the disk is full");
                    }))
        .isInstanceOf(IOException.class);
  }

  private void filter(FilterChain chain) throws Exception {
    new AbortedRequests().doFilter(new MockHttpServletRequest(), response, chain);
  }
}
