package dev.kefu.organisation.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Looks at the settings of profile {@code production} before anything starts. */
public class ProductionSettings implements EnvironmentPostProcessor, Ordered {

  private static final Map<String, String> SECRETS = Map.of(
    "spring.datasource.password", "the database password (KEFU_DB_PASSWORD)",
    "kefu.admin.password", "the first administrator's password (KEFU_ADMIN_PASSWORD)",
    "kefu.drafts.keys", "the key that drafts of forms are encrypted with (KEFU_DRAFT_KEYS)");

  private static final Map<String, String> PROVIDER = Map.of(
    "spring.security.oauth2.client.registration.kefu.client-id", "how the provider of logins knows Kefu (KEFU_OIDC_CLIENT_ID)",
    "spring.security.oauth2.client.registration.kefu.client-secret", "Kefu's secret at the provider of logins (KEFU_OIDC_CLIENT_SECRET)",
    "spring.security.oauth2.client.provider.kefu.issuer-uri", "the address of the provider of logins (KEFU_OIDC_ISSUER)");

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    if (!environment.acceptsProfiles(Profiles.of("production"))) {
      return;
    }
    List<String> reasons = new ArrayList<>();
    if (environment.acceptsProfiles(Profiles.of("demo"))) {
      reasons.add("profile demo is active too (SPRING_PROFILES_ACTIVE)");
    }
    if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:")) {
      reasons.add("the database is H2: leave spring.datasource.url to profile mysql, which production brings");
    }
    reasons.addAll(missing(SECRETS, environment));
    if (environment.acceptsProfiles(Profiles.of("oidc"))) {
      reasons.addAll(missing(PROVIDER, environment));
    }
    if (!reasons.isEmpty()) {
      throw new ProductionRefused(reasons);
    }
  }

  private static List<String> missing(Map<String, String> settings, ConfigurableEnvironment environment) {
    return settings.entrySet().stream().filter(setting -> environment.getProperty(setting.getKey(), "").isBlank())
      .map(setting -> setting.getKey() + " is missing: " + setting.getValue()).toList();
  }

  /** After the configuration files are read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
