package dev.kefu.organisation.security;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/** The person whom the provider named, for the web applications; their filter makes it by its name. Groups are the engine's. */
public class OidcPerson extends ContainerBasedAuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    return login instanceof OAuth2AuthenticationToken && engine.getIdentityService().createUserQuery().userId(login.getName()).count() == 1
      ? AuthenticationResult.successful(login.getName()) : AuthenticationResult.unsuccessful();
  }
}
