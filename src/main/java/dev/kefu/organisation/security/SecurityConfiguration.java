package dev.kefu.organisation.security;

import dev.kefu.organisation.ChannelTokens;
import dev.kefu.organisation.ChannelUser;
import dev.kefu.organisation.RoleDirectory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who reaches which endpoint. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String ADMINISTRATORS = "camunda-admin";
  private static final String AUDITORS = "auditor";
  /** Whose due dates the working calendar decides about. */
  private static final String HEAD_OF_DEPARTMENT = "customer-service-manager";

  /** Who sets the sections' budgets and reverses bookings; administrators do not touch money. */
  private static final String TREASURER = "finance-manager";

  /** Programs that hand in complaints: a channel's token with every request, and nothing else counts. */
  @Bean
  @Order(0)
  SecurityFilterChain channels(HttpSecurity http, ObjectProvider<ChannelTokens> tokens, LoginTrail trail, ObjectProvider<IdentityService> identities)
    throws Exception {
    return http.securityMatcher(paths("/api/complaints", "/api/complaints/form"))
      .csrf(AbstractHttpConfigurer::disable)
      .logout(AbstractHttpConfigurer::disable)
      .requestCache(AbstractHttpConfigurer::disable)
      .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
      .exceptionHandling(refusals -> refusals.authenticationEntryPoint(noToken()).accessDeniedHandler(notAllowed()))
      .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(ChannelUser.AUTHORITY))
      .addFilterBefore(new ChannelTokenFilter(tokens, trail), AnonymousAuthenticationFilter.class)
      .addFilterAfter(new EngineIdentityFilter(identities), AuthorizationFilter.class)
      .build();
  }

  /** Scrapers of metrics that bring a token; administrators log in as everywhere (below). */
  @Bean
  @Order(0)
  SecurityFilterChain scrapers(HttpSecurity http, @Value("${kefu.metrics.token:}") String token) throws Exception {
    RequestMatcher path = paths("/actuator/prometheus");
    return http.securityMatcher(request -> path.matches(request) && String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION)).startsWith(MetricsTokenFilter.BEARER))
      .csrf(AbstractHttpConfigurer::disable)
      .logout(AbstractHttpConfigurer::disable)
      .requestCache(AbstractHttpConfigurer::disable)
      .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
      .exceptionHandling(refusals -> refusals.authenticationEntryPoint(noToken()).accessDeniedHandler(notAllowed()))
      .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(MetricsTokenFilter.AUTHORITY))
      .addFilterBefore(new MetricsTokenFilter(token), AnonymousAuthenticationFilter.class)
      .build();
  }

  /** Programs: user and password with every request, no session, no cookie. */
  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, EngineAuthenticationProvider engineUsers, ObjectProvider<IdentityService> identities,
                               RoleDirectory roles) throws Exception {
    return http.securityMatcher(paths("/engine-rest/**", "/api/**", "/actuator/**"))
      .csrf(AbstractHttpConfigurer::disable)
      .logout(AbstractHttpConfigurer::disable)
      .requestCache(AbstractHttpConfigurer::disable)
      .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
      .authenticationProvider(engineUsers)
      .httpBasic(basic -> basic.authenticationEntryPoint(notLoggedIn()))
      .exceptionHandling(refusals -> refusals.authenticationEntryPoint(notLoggedIn()).accessDeniedHandler(notAllowed()))
      .authorizeHttpRequests(requests -> requests
        .requestMatchers(paths("/actuator/health/**")).permitAll()
        .requestMatchers(get("/api/audit/verification", "/api/audit/verifications", "/api/audit/rights")).hasAnyAuthority(ADMINISTRATORS, AUDITORS)
        .requestMatchers(paths("/actuator/**", "/api/provisioning/**", "/api/audit/**", "/api/deployments/**", "/api/notifications/**",
          "/api/complaints/tokens/**", "/api/incidents/**", "/api/people/**")).hasAuthority(ADMINISTRATORS)
        .requestMatchers(get("/api/budgets/**", "/api/expense-bookings/**")).hasAnyAuthority(ADMINISTRATORS, roles.holderOf(HEAD_OF_DEPARTMENT),
          roles.holderOf("general-manager"), roles.holderOf(TREASURER), roles.holderOf("finance-clerk"))
        .requestMatchers(paths("/api/budgets/**", "/api/expense-bookings/**")).hasAuthority(roles.holderOf(TREASURER))
        .requestMatchers(paths("/api/technicians/**")).hasAnyAuthority(ADMINISTRATORS, roles.holderOf("after-sales-supervisor"), roles.holderOf(HEAD_OF_DEPARTMENT))
        .requestMatchers(get("/api/calendar/**")).authenticated()
        .requestMatchers(paths("/api/calendar/**")).hasAnyAuthority(ADMINISTRATORS, roles.holderOf(HEAD_OF_DEPARTMENT))
        .anyRequest().authenticated())
      .addFilterAfter(new EngineIdentityFilter(identities), AuthorizationFilter.class)
      .build();
  }

  /** People: the web applications bring their own login, session, CSRF token and headers; doing it twice would break them. {@link OidcConfiguration} has the other way in. */
  @Bean
  @Order(2)
  @Profile("!oidc")
  SecurityFilterChain webApplications(HttpSecurity http) throws Exception {
    return http.securityMatcher(paths("/camunda/**"))
      .csrf(AbstractHttpConfigurer::disable)
      .headers(headers -> headers.defaultsDisabled().addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(paths("/camunda/api/**"), SecurityConfiguration::keepNothing)))
      .logout(AbstractHttpConfigurer::disable)
      .requestCache(AbstractHttpConfigurer::disable)
      .securityContext(AbstractHttpConfigurer::disable)
      .sessionManagement(AbstractHttpConfigurer::disable)
      .anonymous(AbstractHttpConfigurer::disable)
      .authorizeHttpRequests(requests -> requests
        // Lets a stranger become administrator of an installation that has none yet; Kefu makes the first one itself.
        .requestMatchers(paths("/camunda/api/admin/setup/**")).denyAll()
        .anyRequest().permitAll())
      .build();
  }

  /** Others use the same browser: what it was told of customers and cases is not to be found on its disk. */
  static void keepNothing(HttpServletRequest request, HttpServletResponse response) {
    if (!Objects.requireNonNullElse(response.getHeader(HttpHeaders.CACHE_CONTROL), "").contains("no-store")) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  /** Nothing else is open. */
  @Bean
  @Order(3)
  SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
    return http.logout(AbstractHttpConfigurer::disable)
      .requestCache(AbstractHttpConfigurer::disable)
      .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
      .authorizeHttpRequests(requests -> requests.requestMatchers(paths("/", "/error", "/favicon.ico")).permitAll().anyRequest().denyAll())
      .build();
  }

  @Bean
  FilterRegistrationBean<WebappLoginFilter> webappLoginFilter(LoginTrail trail) {
    FilterRegistrationBean<WebappLoginFilter> registration = new FilterRegistrationBean<>(new WebappLoginFilter(trail));
    registration.addUrlPatterns("/camunda/api/admin/auth/user/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return registration;
  }

  private static AuthenticationEntryPoint notLoggedIn() {
    return (request, response, refusal) -> {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Kefu\", charset=\"UTF-8\"");
      String message = refusal instanceof BadCredentialsException ? refusal.getMessage() : PlainWords.LOGIN_NEEDED;
      Problem.of(401, message).writeTo(response);
    };
  }

  private static AuthenticationEntryPoint noToken() {
    return (request, response, refusal) -> {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"Kefu\"");
      Problem.of(401, PlainWords.TOKEN_NEEDED).writeTo(response);
    };
  }

  private static AccessDeniedHandler notAllowed() {
    return (request, response, refusal) -> Problem.of(403, PlainWords.FORBIDDEN).writeTo(response);
  }

  private static RequestMatcher get(String... patterns) {
    PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(Arrays.stream(patterns).map(pattern -> builder.matcher(HttpMethod.GET, pattern)).toArray(RequestMatcher[]::new));
  }

  /** Patterns over the whole path: plain strings become MVC matchers, which never match the engine's own servlets. */
  static RequestMatcher paths(String... patterns) {
    PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(Arrays.stream(patterns).map(builder::matcher).toArray(RequestMatcher[]::new));
  }
}
