package dev.kefu.information.registration;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Customers that may be the same, in variables: their numbers with commas between them. */
final class RegistrationTwins {

  private RegistrationTwins() {
  }

  static Set<String> codes(Object variable) {
    return variable == null ? Set.of() : Arrays.stream(variable.toString().split(",")).filter(Predicate.not(String::isEmpty)).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
