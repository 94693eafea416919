package dev.kefu.notification.outbox;

import dev.kefu.information.Customers;
import dev.kefu.notification.Notification.Recipient.Kind;
import dev.kefu.organisation.Posts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds out who is meant. */
@Component
@RequiredArgsConstructor
class Addressees {

  private final ObjectProvider<IdentityService> identities;
  private final Customers customers;
  private final Posts posts;

  /** The person or customer; empty when there is none of that id. */
  Optional<Addressee> find(Kind kind, String id) {
    return switch (kind) {
      case USER -> Optional.ofNullable(identities.getObject().createUserQuery().userId(id).singleResult())
          .map(user -> new Addressee(user.getFirstName() + " " + user.getLastName(), user.getEmail()));
      case CUSTOMER -> customers.find(id).map(customer -> new Addressee(customer.name(), customer.email()));
      case OUTSIDER -> Optional.of(new Addressee(id, id));
      case ROLE -> throw new IllegalArgumentException("A role is many people");
    };
  }

  /** User ids of those who hold one of these posts, each once; a vacant post's superior stands in. A group that is no post counts its members alone. */
  List<String> holders(String roleIds) {
    return Arrays.stream(roleIds.split(",")).map(String::strip).flatMap(this::holdersOf).distinct().toList();
  }

  private Stream<String> holdersOf(String roleId) {
    return posts.workingGroupOf(roleId).stream().flatMap(group -> identities.getObject().createUserQuery().memberOfGroup(group).list().stream()).map(User::getId);
  }
}
