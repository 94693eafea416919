package dev.kefu.organisation.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

class EngineIdentityFilterTest {

  @AfterEach
  void nobodyIsLoggedIn() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void theIdentityIsClearedWhenTheRequestFails() {
    IdentityService identities = mock();
    ObjectProvider<IdentityService> provider = mock();
    when(provider.getObject()).thenReturn(identities);
    SecurityContextHolder.getContext().setAuthentication(
      UsernamePasswordAuthenticationToken.authenticated("clerk", null, List.of(new SimpleGrantedAuthority("finance-clerk"))));
    FilterChain failing = (request, response) -> {
      throw new ServletException("broken");
    };
    assertThatThrownBy(() -> new EngineIdentityFilter(provider).doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), failing))
      .hasMessage("broken");
    var order = inOrder(identities);
    order.verify(identities).setAuthentication("clerk", List.of("finance-clerk"), List.of());
    order.verify(identities).clearAuthentication();
  }
}
