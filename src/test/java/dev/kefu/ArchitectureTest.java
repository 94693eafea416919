package dev.kefu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

/** Conventions that the compiler does not hold; {@link ModularityTest} holds the cut into modules. */
@AnalyzeClasses(packages = "dev.kefu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule injectionIsThroughConstructors =
      noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class).orShould().beAnnotatedWith("jakarta.inject.Inject")
          .orShould().beAnnotatedWith("jakarta.annotation.Resource").allowEmptyShould(true);

  @ArchTest
  static final ArchRule capabilitiesMeetTheEngineInDelegatesOnly =
      noClasses().that().resideInAnyPackage("dev.kefu.governance..", "dev.kefu.information..", "dev.kefu.relationship..", "dev.kefu.complaint..", "dev.kefu.aftersales..", "dev.kefu.survey..").and().haveSimpleNameNotEndingWith("Delegate")
          .and().haveSimpleNameNotEndingWith("Listener").and().haveSimpleNameNotEndingWith("Choices")
          .should().dependOnClassesThat().resideInAPackage("org.camunda.bpm..").allowEmptyShould(true)
          .because("services and registers must work without the engine");

  @ArchTest
  static final ArchRule delegatesAreNamedBeansOfTheirPackage =
      classes().that().implement(JavaDelegate.class).should().haveSimpleNameEndingWith("Delegate").andShould().bePackagePrivate()
          .andShould().beAnnotatedWith(Component.class).allowEmptyShould(true);

  @ArchTest
  static final ArchRule registersStayInTheirModule =
      classes().that().areAnnotatedWith(Entity.class).or().areAssignableTo(Repository.class).should().notBePublic().allowEmptyShould(true)
          .because("other modules use the module's root, not its tables");

  @ArchTest
  static final ArchRule entitiesGuardTheirFields =
      fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should().bePrivate().orShould().haveModifier(JavaModifier.STATIC)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses().should().callMethodWhere(DescribedPredicate.describe("ask the machine for the time", ArchitectureTest::asksTheMachine))
          .because("tests and the working calendar set a Clock");

  private static final Set<String> MACHINE_CLOCKS = Set.of("systemDefaultZone", "systemUTC", "system");

  private static boolean asksTheMachine(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    boolean isNow = owner.startsWith("java.time.") && call.getName().equals("now")
        && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    boolean isClock = owner.equals(Clock.class.getName()) && MACHINE_CLOCKS.contains(call.getName()) && !call.getOriginOwner().isEquivalentTo(KefuConfiguration.class);
    return isNow || isClock || owner.equals(System.class.getName()) && call.getName().equals("currentTimeMillis");
  }

  @ArchTest
  static void testsNeverSleep(JavaClasses classes) throws IOException {
    // MySqlServer and Program poll a program outside until it answers; the benchmark counts what happens in a while without work.
    assertThat(sourcesWith(Path.of("src/test/java"), "Thread\\.sleep|TimeUnit\\.\\w+\\.sleep|page\\.waitForTimeout"))
        .allMatch(source -> source.endsWith("MySqlServer.java") || source.endsWith("benchmark/Program.java") || source.endsWith("benchmark/Counted.java"));
  }

  @ArchTest
  static void importsNameTheirClass(JavaClasses classes) throws IOException {
    assertThat(sourcesWith(Path.of("src"), "(?m)^import [^;]*\\*;")).isEmpty();
  }

  private static List<Path> sourcesWith(Path folder, String pattern) throws IOException {
    Pattern forbidden = Pattern.compile(pattern);
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).isNotEmpty();
      return sources.stream().filter(file -> forbidden.matcher(read(file)).find()).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
