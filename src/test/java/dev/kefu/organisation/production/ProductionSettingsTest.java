package dev.kefu.organisation.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTest {

  @Test
  void aCompleteProductionStarts() {
    assertThatCode(() -> look(complete())).doesNotThrowAnyException();
  }

  @Test
  void demonstrationAndDevelopmentAreNotLookedAt() {
    assertThatCode(() -> look(new MockEnvironment())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "spring.datasource.password | '' | spring.datasource.password is missing: the database password (KEFU_DB_PASSWORD)",
    "kefu.admin.password | '' | kefu.admin.password is missing: the first administrator's password (KEFU_ADMIN_PASSWORD)",
    "kefu.drafts.keys | '' | kefu.drafts.keys is missing: the key that drafts of forms are encrypted with (KEFU_DRAFT_KEYS)",
    "spring.datasource.url | jdbc:h2:file:./data/kefu | the database is H2: leave spring.datasource.url to profile mysql"})
  void whatIsMissingIsNamed(String setting, String value, String reason) {
    MockEnvironment environment = complete().withProperty(setting, value);
    assertThatThrownBy(() -> look(environment)).isInstanceOf(ProductionRefused.class).hasMessageContaining(reason);
  }

  @Test
  void withAProviderOfLoginsItsSettingsAreNeeded() {
    MockEnvironment environment = complete();
    environment.addActiveProfile("oidc");
    assertThatThrownBy(() -> look(environment)).hasMessageContaining("KEFU_OIDC_ISSUER").hasMessageContaining("KEFU_OIDC_CLIENT_ID").hasMessageContaining("KEFU_OIDC_CLIENT_SECRET");
  }

  @Test
  void demoBesideProductionIsRefused() {
    MockEnvironment environment = complete();
    environment.addActiveProfile("demo");
    assertThatThrownBy(() -> look(environment)).hasMessageContaining("profile demo is active too");
  }

  @Test
  void allReasonsArePrintedAtOnce() {
    MockEnvironment environment = new MockEnvironment();
    environment.addActiveProfile("production");
    ProductionRefused refused = new ProductionRefused(java.util.List.of("first", "second"));
    assertThat(new ProductionRefusedAnalyzer().analyze(refused).getDescription()).contains("- first").contains("- second");
    assertThatThrownBy(() -> look(environment)).satisfies(refusal -> assertThat(((ProductionRefused) refusal).reasons()).hasSizeGreaterThan(1));
  }

  private static void look(MockEnvironment environment) {
    new ProductionSettings().postProcessEnvironment(environment, null);
  }

  private static MockEnvironment complete() {
    MockEnvironment environment = new MockEnvironment()
      .withProperty("spring.datasource.url", "jdbc:mysql://db/kefu")
      .withProperty("spring.datasource.password", "secret")
      .withProperty("kefu.admin.password", "secret")
      .withProperty("kefu.drafts.keys", "first:secret");
    environment.addActiveProfile("production");
    return environment;
  }
}
