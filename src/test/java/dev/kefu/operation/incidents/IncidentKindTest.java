package dev.kefu.operation.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentKindTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      java.io.IOException: No space left on device                                                                            | DISK_FULL
      org.springframework.jdbc.CannotGetJdbcConnectionException: Failed to obtain JDBC Connection                             | DATABASE_AWAY
      com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure                                       | DATABASE_AWAY
      HikariPool-1 - Connection is not available, request timed out after 30000ms                                             | DATABASE_AWAY
      org.camunda.bpm.engine.OptimisticLockingException: ENGINE-03005 Execution of 'UPDATE TaskEntity' failed                 | CONFLICT
      com.mysql.cj.jdbc.exceptions.MySQLTransactionRollbackException: Deadlock found when trying to get lock                  | CONFLICT
      org.camunda.bpm.engine.ProcessEngineException: Unknown property used in expression: ${newStepDelegate}                  | PROGRAM_OLDER
      org.camunda.bpm.dmn.engine.impl.DmnEvaluationException: DMN-01002 Unable to evaluate expression                         | NO_TABLE_ROW
      dev.kefu.engine.FactsRefused: Paid amount: more than was approved                                                       | FACTS_REFUSED
      com.fasterxml.jackson.databind.exc.InvalidFormatException: Cannot deserialize value of type `java.time.LocalDate`       | MISSING_DATA
      com.mysql.cj.jdbc.exceptions.MysqlDataTruncation: Data truncation: Data too long for column 'name'                      | RULE_OF_DATABASE
      java.net.SocketTimeoutException: Read timed out                                                                         | OTHER_SYSTEM
      java.lang.NullPointerException: Cannot invoke "String.length()"                                                         | OF_PROGRAM
      something that nobody has seen before                                                                                   | UNKNOWN
      """)
  void theTraceTellsTheKind(String trace, IncidentKind kind) {
    assertThat(IncidentKind.of(trace)).isEqualTo(kind);
  }

  @Test
  void withoutATraceNothingIsKnown() {
    assertThat(IncidentKind.of(null)).isEqualTo(IncidentKind.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void theRunbookHasASectionForEveryKind(IncidentKind kind) throws IOException {
    assertThat(Files.readString(Path.of("src/docs/runbook.md"))).contains("### " + kind.title());
  }
}
