package dev.kefu.information.classified;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.engine.ClassifiedValues;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuIT
class ClassifiedRegisterIT {

  private static final String PATH = "need.confidentialDetails";

  @Autowired
  private ClassifiedValues classifiedValues;

  private final String instance = UUID.randomUUID().toString();

  @Test
  void valueIsKeptWhole() {
    String details = "破產邊緣 😀".repeat(1000);
    classifiedValues.keep(instance, PATH, details);

    assertThat(classifiedValues.find(instance, PATH)).contains(details);
    assertThat(classifiedValues.find(instance, "need.other")).isEmpty();
    assertThat(classifiedValues.find(UUID.randomUUID().toString(), PATH)).isEmpty();
  }

  @Test
  void secondValueReplacesTheFirst() {
    classifiedValues.keep(instance, PATH, "first");
    classifiedValues.keep(instance, PATH, "second");
    classifiedValues.keep(instance, PATH, "second");

    assertThat(classifiedValues.find(instance, PATH)).contains("second");
  }
}
