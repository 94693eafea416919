package dev.kefu.audit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.JarURLConnection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.junit.jupiter.api.Test;

/** Looks at every command of the engine: it writes the operation log, Kefu writes it, or a reviewer said here why nobody needs to. */
class OperationLogWithoutHolesTest {

  private static final Pattern READS = Pattern.compile(".*(Get|Query|Report|Find|Is[A-Z]|ExecuteFilter|Determine|CheckPassword|AuthorizationCheck|ByName|ByProcessDefinitionKey|Count|DurationReport).*");

  /** Only prepare an object in memory; saving it is the operation. */
  private static final Set<String> PREPARATIONS = Set.of("CreateAuthorizationCommand", "CreateUserCmd", "CreateGroupCmd", "CreateTenantCmd",
      "CreateFilterCmd", "CreateMigrationPlanCmd", "CreateTaskCmd");

  /** Steps of a modification or migration, whose own command writes the entry. */
  private static final Set<String> PARTS = Set.of("ActivityCancellationCmd", "ActivityInstanceCancellationCmd", "TransitionInstanceCancellationCmd",
      "ActivityAfterInstantiationCmd", "ActivityBeforeInstantiationCmd", "TransitionInstantiationCmd");

  /** The machine's own work; a person cannot reach it through REST or the web applications. */
  private static final Set<String> MACHINE = Set.of("BootstrapEngineCommand", "SchemaOperationsProcessEngineBuild", "SchemaOperationProcessEngineClose",
      "MetricsCollectionCmd", "DbSchemaUpgradeCmd", "CreateNewTimerJobCommand", "SuccessfulJobListener", "FailedJobListener", "FailedJobListenerCmd",
      "HistoryCleanupSchedulerCmd", "HistoryCleanupHandlerCmd", "HistoryLevelSetupCommand", "AcquireJobsCmd", "UnlockJobCmd", "DefaultJobRetryCmd",
      "DeleteJobsCmd", "RegisterDeploymentCmd", "UnregisterDeploymentCmd", "RegisterProcessApplicationCmd", "UnregisterProcessApplicationCmd",
      "DeleteDeploymentListenerCmd", "DeleteDeploymentFailCmd", "PurgeDatabaseAndCacheCmd", "SetLicenseKeyCmd", "DeleteLicenseKeyCmd", "TelemetryConfigureCmd");

  /** Closed in Kefu: external tasks and changes of the engine's attachments do not exist. */
  private static final Set<String> CLOSED = Set.of("FetchExternalTasksCmd", "SaveAttachmentCmd");

  @Test
  void everyCommandThatChangesSomethingIsInTheOperationLog() throws IOException {
    JavaClasses engine = engine();
    List<String> silent = engine.stream()
        .filter(type -> type.isAssignableTo(Command.class) && !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(type -> !type.getPackageName().matches(".*\\.(cmmn|db|test)(\\..*)?"))
        .filter(type -> !logs(engine, type) && UnloggedCommand.of(type.reflect()).isEmpty() && !reviewed(type))
        .map(JavaClass::getName).sorted().toList();

    assertThat(silent).as("commands without an operation log entry").isEmpty();
  }

  private static boolean reviewed(JavaClass type) {
    String name = type.getSimpleName();
    return READS.matcher(type.getName().substring(type.getPackageName().length())).matches()
        || PREPARATIONS.contains(name) || PARTS.contains(name) || MACHINE.contains(name) || CLOSED.contains(name);
  }

  private static boolean logs(JavaClasses engine, JavaClass type) {
    return engine.stream().filter(part -> part.equals(type) || part.getName().startsWith(type.getName() + "$")).anyMatch(OperationLogWithoutHolesTest::callsTheLog)
        || type.getRawSuperclass().filter(superclass -> logs(engine, superclass)).isPresent();
  }

  private static boolean callsTheLog(JavaClass type) {
    return type.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isEquivalentTo(UserOperationLogManager.class)
        || call.getTargetOwner().isEquivalentTo(TaskEntity.class) && call.getName().equals("logUserOperation")
        || call.getName().equals("getOperationLogManager"));
  }

  private static JavaClasses engine() throws IOException {
    String name = ProcessEngine.class.getName().replace('.', '/') + ".class";
    JarURLConnection connection = (JarURLConnection) ProcessEngine.class.getClassLoader().getResource(name).openConnection();
    return new ClassFileImporter().importJar(connection.getJarFile());
  }
}
