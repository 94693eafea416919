package dev.kefu.organisation.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * People log in at the enterprise's own provider (OpenID Connect). It says who somebody is; what the person may do is the engine's groups' matter as ever, and whom Kefu does not know stays outside.
 * Programs go on sending user and password.
 */
@Configuration(proxyBeanMethods = false)
@Profile("oidc")
class OidcConfiguration {

  private static final String LOGIN = "/camunda/oauth2/authorization";
  private static final String OURS = LOGIN + "/kefu";
  private static final String HOME = "/camunda/app/welcome/default/";

  @Bean
  @Order(2)
  SecurityFilterChain webApplicationsByProvider(HttpSecurity http, LoginTrail trail, ObjectProvider<IdentityService> identities) throws Exception {
    return http.securityMatcher(SecurityConfiguration.paths("/camunda/**"))
      .csrf(AbstractHttpConfigurer::disable)
      .headers(headers -> headers.defaultsDisabled()
        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(SecurityConfiguration.paths("/camunda/api/**"), SecurityConfiguration::keepNothing)))
      .authorizeHttpRequests(requests -> requests
        // Nobody becomes administrator of an empty installation, and nobody passes the provider by with a password.
        .requestMatchers(SecurityConfiguration.paths("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/**")).denyAll()
        .anyRequest().authenticated())
      .oauth2Login(login -> login.loginPage(OURS)
        .authorizationEndpoint(endpoint -> endpoint.baseUri(LOGIN))
        .redirectionEndpoint(endpoint -> endpoint.baseUri("/camunda/login/oauth2/code/*"))
        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(knownPersons(identities)))
        .successHandler(succeeded(trail))
        .failureHandler(failed(trail)))
      // Before the web applications' own logout, which would leave the provider's login in the session.
      .logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
      .exceptionHandling(refusals -> refusals
        .defaultAuthenticationEntryPointFor(sessionEnded(), SecurityConfiguration.paths("/camunda/api/**"))
        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(OURS), SecurityConfiguration.paths("/camunda/**")))
      .build();
  }

  /** Tells the web applications who the provider says it is, after the chain above. */
  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> personOfProvider() {
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
    registration.setInitParameters(Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, OidcPerson.class.getName()));
    registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
    registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    return registration;
  }

  private static OAuth2UserService<OidcUserRequest, OidcUser> knownPersons(ObjectProvider<IdentityService> identities) {
    OidcUserService provider = new OidcUserService();
    return request -> {
      OidcUser person = provider.loadUser(request);
      if (identities.getObject().createUserQuery().userId(person.getName()).count() == 0) {
        throw new OAuth2AuthenticationException(new OAuth2Error("unknown_person"), person.getName());
      }
      return person;
    };
  }

  private static AuthenticationSuccessHandler succeeded(LoginTrail trail) {
    SavedRequestAwareAuthenticationSuccessHandler back = new SavedRequestAwareAuthenticationSuccessHandler();
    back.setDefaultTargetUrl(HOME);
    return (request, response, person) -> {
      trail.succeeded(person.getName(), "provider", request.getRemoteAddr());
      back.onAuthenticationSuccess(request, response, person);
    };
  }

  /** Of what the provider says about a failed login nothing reaches the page. */
  private static AuthenticationFailureHandler failed(LoginTrail trail) {
    return (request, response, refusal) -> {
      boolean unknown = refusal instanceof OAuth2AuthenticationException known && known.getError().getErrorCode().equals("unknown_person");
      trail.refused(unknown ? refusal.getMessage() : null, "provider", request.getRemoteAddr());
      response.sendError(unknown ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED);
    };
  }

  private static AuthenticationEntryPoint sessionEnded() {
    return (request, response, refusal) -> Problem.of(401, PlainWords.SESSION_ENDED).writeTo(response);
  }
}
