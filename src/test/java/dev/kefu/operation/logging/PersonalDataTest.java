package dev.kefu.operation.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  @ParameterizedTest
  @ValueSource(strings = {"wang.xm@example.com.cn", "13800138000", "138-0013-8000", "+86 138 0013 8000", "+8613800138000", "010-12345678", "0755 12345678",
    "11010519491231002X", "110105194912310021", "6222020200112345678"})
  void whatNamesAPersonIsTakenOut(String personal) {
    assertThat(PersonalData.masked("Message 7 to <" + personal + "> was not sent")).isEqualTo("Message 7 to <●●●> was not sent");
    assertThat(PersonalData.masked(personal)).isEqualTo("●●●");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CMP-2026-000123", "Case 2026-11-30 10:00:00.123", "dev.kefu.engine.gate.FormGate@1a2b3c4d", "f47ac10b-58cc-4372-a567-0e02b2c3d479",
    "HikariPool-1 - Connection is not available, request timed out after 30000ms.", "Audit seal 12: 345 entries, hash 13800138000138001380013800013800138000",
    "A deadline table gives 無時限 for a step", "epoch 1764500000000", "don't 無此任務 and can't"})
  void whatNamesNobodyStays(String text) {
    assertThat(PersonalData.masked(text)).isEqualTo(text);
  }

  @Test
  void whatADatabaseQuotesOfAPersonIsTakenOut() {
    assertThat(PersonalData.masked("Duplicate entry '王小明' for key 'customers_name'")).isEqualTo("Duplicate entry '●●●' for key 'customers_name'");
    assertThat(PersonalData.masked("Value too long for column \"NAME CHARACTER VARYING(3)\": \"王小明先生\" (5)"))
        .isEqualTo("Value too long for column \"NAME CHARACTER VARYING(3)\": \"●●●\" (5)");
  }

  @Test
  void nothingStaysNothing() {
    assertThat(PersonalData.masked(null)).isNull();
    assertThat(PersonalData.masked("")).isEmpty();
  }
}
