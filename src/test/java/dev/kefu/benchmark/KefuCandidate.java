package dev.kefu.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.demo.FilledForm;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Kefu as it is delivered, with the demo's users and customers: every check, register, deadline and message. */
final class KefuCandidate implements Candidate {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "Welcome-2-Kefu!";

  private static final int FIRST_CODE = 500_000;
  private static final String CUSTOMER = "insert into information_customers (code, name, search_name, kind, state, phone, phone_digits, region, grade, key_account, consent_contact, source, created_at, version)"
      + " values (?, ?, ?, 'direct', 'current', '', '', 'east', 'B', false, true, 'call', now(3), 0)";

  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final String database;
  private final Program program;

  KefuCandidate(Server server) {
    database = server.newDatabase();
    program = Program.start(name(), "dev.kefu.KefuApplication", entry -> !entry.endsWith("test-classes") && !Libraries.FLOWABLE.test(entry), List.of("spring.profiles.active=demo,mysql",
        "KEFU_DB_NAME=" + database, "KEFU_DB_PORT=" + server.port(), "KEFU_DB_USER=root", "kefu.data=target/benchmark/kefu-data"), "/actuator/health/readiness");
    addCustomers(server);
  }

  /** A customer who complains again and again would be looked at more and more closely. */
  private void addCustomers(Server server) {
    try (Connection connection = server.connect(database); PreparedStatement customer = connection.prepareStatement(CUSTOMER)) {
      for (int i = 0; i < OrdinaryComplaint.CUSTOMERS; i++) {
        String name = OrdinaryComplaint.customer(i);
        customer.setString(1, String.format(Locale.ROOT, "C%06d", FIRST_CODE + i));
        customer.setString(2, name);
        customer.setString(3, name.toLowerCase(Locale.ROOT));
        customer.addBatch();
      }
      customer.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return "kefu";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(program);
  }

  @Override
  public String database() {
    return database;
  }

  @Override
  public CaseWorker worker() {
    return new TasklistWorker(program.port(), PASSWORD, true, KefuCandidate::variables, taken);
  }

  /** One variable a form. */
  private static Map<String, Object> variables(FilledForm form) {
    try {
      return Map.of(form.root(), Map.of("type", "Json", "value", JSON.writeValueAsString(form.data())));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public List<String> historyTables() {
    return List.of("ACT\\_HI\\_%", "ACT\\_GE\\_BYTEARRAY", "audit\\_%", "engine\\_corrections", "engine\\_case\\_texts");
  }

  @Override
  public void close() {
    program.close();
  }
}
