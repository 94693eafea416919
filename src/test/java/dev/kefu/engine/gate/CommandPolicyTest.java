package dev.kefu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;

class CommandPolicyTest {

  @Test
  void everyCommandOfTheEngineThatCanCarrySomethingIsCheckedRefusedOrFreedWithAReason() throws IOException {
    assertThat(engineCommands()).hasSizeGreaterThan(300);

    assertThat(engineCommands().stream().filter(Payloads::carriedBy).filter(command -> CommandPolicy.find(command).isEmpty())
        .map(Class::getName).sorted()).as("commands that carry something and stand nowhere in CommandPolicy").isEmpty();
  }

  @Test
  void tableNamesOnlyClassesWithAReason() {
    assertThat(CommandPolicy.rows().values()).allSatisfy(rule -> assertThat(rule.reason()).hasSizeGreaterThan(10));
  }

  private static List<Class<?>> engineCommands() throws IOException {
    try (JarFile jar = new JarFile(new File(URI.create(ProcessEngine.class.getProtectionDomain().getCodeSource().getLocation().toString())))) {
      return jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class") && !name.contains("/test/"))
          .map(CommandPolicyTest::load).filter(type -> Command.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
          .toList();
    }
  }

  private static Class<?> load(String entry) {
    try {
      return Class.forName(entry.substring(0, entry.length() - ".class".length()).replace('/', '.'), false, ProcessEngine.class.getClassLoader());
    } catch (ClassNotFoundException | NoClassDefFoundError optional) {
      return Object.class; // Needs a library that the engine can do without.
    }
  }
}
