package dev.kefu.relationship.hospitality;

import java.util.List;

/** The roles that have to do with a meal. */
final class MealPeople {

  static final String SUPERVISOR = "relationship-supervisor";
  static final String MANAGER = "customer-service-manager";
  static final String GENERAL_MANAGER = "general-manager";

  /** Whoever may be the host, as the model's task says. */
  static final List<String> HOSTS = List.of(MANAGER, "customer-service-supervisor", SUPERVISOR, "relationship-specialist", "key-account-supervisor", "key-account-specialist",
      "development-supervisor", "development-specialist");

  private MealPeople() {
  }
}
