package dev.kefu.engine.deployment;

import dev.kefu.engine.RetiredProcesses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what was deployed from files, and which processes lost their file. */
@Repository
@RequiredArgsConstructor
class FileDeployments implements RetiredProcesses {

  private final JdbcClient jdbc;

  Optional<FileDeployment> find(String name) {
    return jdbc.sql("select * from engine_file_deployments where name = ?").param(name).query(FileDeployment.class).optional();
  }

  List<FileDeployment> all() {
    return jdbc.sql("select * from engine_file_deployments order by name").query(FileDeployment.class).list();
  }

  boolean isCurrent(String deploymentId) {
    return jdbc.sql("select count(*) from engine_file_deployments where deployment_id = ?").param(deploymentId).query(Integer.class).single() > 0;
  }

  void save(FileDeployment deployment) {
    int updated = jdbc.sql("update engine_file_deployments set files_hash = :filesHash, deployment_id = :deploymentId, deployed_at = :deployedAt, "
        + "present = :present where name = :name").paramSource(deployment).update();
    if (updated == 0) {
      jdbc.sql("insert into engine_file_deployments (name, files_hash, deployment_id, deployed_at, present) "
          + "values (:name, :filesHash, :deploymentId, :deployedAt, :present)").paramSource(deployment).update();
    }
  }

  void setPresent(String name, boolean present) {
    jdbc.sql("update engine_file_deployments set present = ? where name = ?").params(present, name).update();
  }

  /** Notes which processes have a file; the others that once had one are retired from now on. */
  void notePresentProcesses(Map<String, String> deploymentByProcess) {
    jdbc.sql("update engine_file_processes set present = false where present = true").update();
    deploymentByProcess.forEach((process, deployment) -> {
      int updated = jdbc.sql("update engine_file_processes set deployment_name = ?, present = true where process_key = ?")
          .params(deployment, process).update();
      if (updated == 0) {
        jdbc.sql("insert into engine_file_processes (process_key, deployment_name, present) values (?, ?, true)").params(process, deployment).update();
      }
    });
  }

  @Override
  public boolean isRetired(String processKey) {
    return jdbc.sql("select present from engine_file_processes where process_key = ?").param(processKey).query(Boolean.class).optional()
        .map(present -> !present).orElse(false);
  }

  @Override
  public Set<String> retired() {
    return jdbc.sql("select process_key from engine_file_processes where present = false").query(String.class).set();
  }

  List<String> retiredProcesses(String deploymentName) {
    return jdbc.sql("select process_key from engine_file_processes where deployment_name = ? and present = false order by process_key")
        .param(deploymentName).query(String.class).list();
  }
}
