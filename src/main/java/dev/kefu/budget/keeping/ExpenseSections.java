package dev.kefu.budget.keeping;

import dev.kefu.organisation.RoleDirectory;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The cost centres: the sections of the role list. */
@Component
@RequiredArgsConstructor
class ExpenseSections {

  private final RoleDirectory roles;

  List<String> all() {
    return roles.all().stream().map(role -> role.section()).distinct().toList();
  }

  boolean exists(String section) {
    return all().contains(section);
  }
}
