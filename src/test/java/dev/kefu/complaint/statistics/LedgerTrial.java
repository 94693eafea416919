package dev.kefu.complaint.statistics;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Complaints in the ledger, written down for tests that count them; a year of their own keeps them apart. */
@RequiredArgsConstructor
public class LedgerTrial {

  private static final List<String> COLUMNS = List.of("case_number", "process_instance_id", "opened_at", "status", "channel", "received_at", "anonymous", "customer_code", "product",
      "content", "repeated", "injury_or_danger", "kind", "acknowledged_by_mail", "severity", "handler", "assigned_again", "response_due", "responded_at", "solve_due", "solved_at",
      "cause_category", "liable_department", "settlement", "corrective_needed", "penalty_needed", "satisfaction", "ended_at", "version");

  private final JdbcClient jdbc;

  /** Adds a complaint; what is not said is empty, {@code CLOSED}, ordinary, by phone. */
  public void add(String caseNumber, String receivedAt, Map<String, Object> facts) {
    Map<String, Object> row = new HashMap<>(Map.of("case_number", caseNumber, "process_instance_id", UUID.randomUUID().toString(), "opened_at", at(receivedAt), "status", "CLOSED",
        "channel", "phone", "received_at", at(receivedAt), "content", "It does not work 不能使用", "severity", "ordinary", "version", 0));
    List.of("anonymous", "repeated", "injury_or_danger", "acknowledged_by_mail", "assigned_again", "corrective_needed", "penalty_needed").forEach(flag -> row.put(flag, false));
    facts.forEach((column, value) -> row.put(column, value instanceof String text && column.matches(".*_(at|due)") ? at(text) : value));
    jdbc.sql("insert into complaint_cases (" + String.join(", ", COLUMNS) + ") values (" + String.join(", ", COLUMNS.stream().map(column -> "?").toList()) + ")")
        .params(COLUMNS.stream().map(row::get).toList()).update();
  }

  /** Takes away what was added, of case numbers that begin so. */
  public void remove(String prefix) {
    jdbc.sql("delete from complaint_cases where case_number like ?").param(prefix + "%").update();
  }

  private static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }
}
