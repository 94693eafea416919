package dev.kefu.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Flowable with the same models in its words; its REST API without logins and rights. */
final class FlowableCandidate implements Candidate {

  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final String database;
  private final Program program;

  FlowableCandidate(Server server, Path recorded) {
    database = server.newDatabase();
    program = Program.start(name(), FlowableApplication.class.getName(), Libraries.KEFU_ONLY.or(Libraries.CAMUNDA).negate(), List.of("spring.datasource.url=" + server.productUrl(database),
        "spring.datasource.username=root", "spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED", "spring.datasource.hikari.maximum-pool-size=20",
        "spring.liquibase.enabled=false", "flowable.history-level=full", StockCamunda.RECORDED + "=" + recorded), FlowableWorker.API + "/repository/process-definitions");
    FlowableWorker.deploy(program.port(), FlowableModels.files());
  }

  @Override
  public String name() {
    return "flowable";
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
    return new FlowableWorker(program.port(), taken);
  }

  @Override
  public List<String> historyTables() {
    return List.of("ACT\\_HI\\_%", "ACT\\_GE\\_BYTEARRAY");
  }

  @Override
  public void close() {
    program.close();
  }
}
