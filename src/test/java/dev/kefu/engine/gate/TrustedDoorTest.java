package dev.kefu.engine.gate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;

class TrustedDoorTest {

  /** Reviewed: they read, after asking the engine for the tasks that the person may see. */
  private static final String CARDS = "dev.kefu.tasklist.cards.TaskCards";
  private static final String COMMENTS = "dev.kefu.tasklist.comments.CaseComments";
  /** Reviewed: it acts by the clock, for no person. */
  private static final String SWEEP = "dev.kefu.deadline.clocks.Sweep";
  /** Reviewed: it acts by who holds which post; nothing that a person sends goes in. */
  private static final String VACANCIES = "dev.kefu.deadline.vacancies.VacancySweep";

  /** Reviewed: it acts by the register of absences and the clock, and for supervisors, whose place above somebody is asked before. */
  private static final String ABSENCES = "dev.kefu.absence.SystemWork";

  private final JavaClasses kefu = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.kefu");

  @Test
  void onlyOwnCasesAndEventsGoPastTheGate() {
    noClasses().that().resideOutsideOfPackages("dev.kefu.engine.gate", "dev.kefu.engine.events", "dev.kefu.engine.cases",
            // Reviewed: it only reads; whoever asks has checked the right.
            "dev.kefu.engine.records")
        .should().dependOnClassesThat().areAssignableTo(TrustedDoor.class)
        .because("whoever uses the door must have checked right and data before").check(kefu);
  }

  @Test
  void onlyAbsencesAndTeamsActPastTheEnginesRights() {
    noClasses().that().resideOutsideOfPackages("dev.kefu.absence..", "dev.kefu.tasklist.team").should().dependOnClassesThat().haveFullyQualifiedName(ABSENCES)
        .because("whoever uses it must have checked right and data before").check(kefu);
  }

  @Test
  void onlyReleasesReplaceModelsPastTheEnginesRights() {
    noClasses().that().resideOutsideOfPackages("dev.kefu.engine", "dev.kefu.engine.deployment", "dev.kefu.release.proposals").should().dependOnClassesThat()
        .haveFullyQualifiedName("dev.kefu.engine.RunningModels").because("whoever uses it must have checked the right before").check(kefu);
  }

  @Test
  void nobodyMakesASecondDoor() {
    noClasses().that().areNotAssignableTo(TrustedDoor.class).and().areNotAssignableTo(CommandInterceptor.class)
        .and().doNotHaveFullyQualifiedName(CARDS).and().doNotHaveFullyQualifiedName(COMMENTS)
        .and().doNotHaveFullyQualifiedName(SWEEP).and().doNotHaveFullyQualifiedName(VACANCIES).and().doNotHaveFullyQualifiedName(ABSENCES)
        .should().callMethod(CommandExecutor.class, "execute", Command.class)
        .because("an engine command of our own is not checked by the gate").check(kefu);
  }
}
