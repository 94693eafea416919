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
    SECRETS.forEach((setting, meaning) -> {
      if (environment.getProperty(setting, "").isBlank()) {
        reasons.add(setting + " is missing: " + meaning);
      }
    });
    if (!reasons.isEmpty()) {
      throw new ProductionRefused(reasons);
    }
  }

  /** After the configuration files are read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
