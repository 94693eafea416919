package dev.kefu.benchmark;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which libraries on this Java's class path belong to whom. */
final class Libraries {

  /** Flowable and what it brings. */
  static final Predicate<String> FLOWABLE = Pattern.compile("/org/flowable/|/org/liquibase/").asPredicate();
  /** What Kefu uses beyond an engine with its web applications. */
  static final Predicate<String> KEFU_ONLY = Pattern.compile("/target/classes|/spring-security|/spring-boot-starter-security|/spring-boot-starter-oauth2|/flywaydb/|/hibernate/(orm|common)/|/spring-data-|/thymeleaf|"
      + "/modulith/|/springdoc/|/spring-boot-starter-(mail|actuator|data-jpa|thymeleaf)|/spring-boot-actuator|/micrometer-registry|/aalto-xml|/woodstox|/fastexcel").asPredicate();
  static final Predicate<String> CAMUNDA = Pattern.compile("/org/camunda/").asPredicate();

  private Libraries() {
  }
}
