package dev.kefu.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Camunda's starters as they come, with authorization and the connection settings of Kefu; the same models with plain variables. */
final class StockCandidate implements Candidate {

  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final String database;
  private final Program program;

  StockCandidate(Server server, Path recorded) {
    database = server.newDatabase();
    Path models = recorded.resolveSibling("stock-models");
    new PlainModels().write(models);
    program = Program.start(name(), StockCamunda.class.getName(), Libraries.KEFU_ONLY.or(Libraries.FLOWABLE).negate(), List.of("spring.datasource.url=" + server.productUrl(database),
        "spring.datasource.username=root", "spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED", "spring.datasource.hikari.maximum-pool-size=20",
        "camunda.bpm.authorization.enabled=true", "camunda.bpm.history-level=full", "camunda.bpm.auto-deployment-enabled=false", "camunda.bpm.generic-properties.properties.historyTimeToLive=P1825D",
        // The roles' names have hyphens.
        "camunda.bpm.generic-properties.properties.groupResourceWhitelistPattern=[a-z-]+", "camunda.bpm.generic-properties.properties.userResourceWhitelistPattern=[a-z-]+",
        StockCamunda.RECORDED + "=" + recorded, StockCamunda.MODELS + "=" + models), "/camunda/app/welcome/default/");
    program.await(StockCamunda.READY);
  }

  @Override
  public String name() {
    return "stock";
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
    return new TasklistWorker(program.port(), StockCamunda.PASSWORD, false, form -> PlainModels.variables(form.data(), form.root()), taken);
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
