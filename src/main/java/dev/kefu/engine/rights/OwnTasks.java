package dev.kefu.engine.rights;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lombok.Getter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;

/** Narrows a task query to the tasks that name the person, and to processes whose tasks the person may read all: what the statements of {@code engine/own-tasks.xml} add. */
@Getter
class OwnTasks extends AuthorizationCheck {

  private static final long serialVersionUID = 1L;
  private static final Set<String> NAMING = Set.of("assignee", "candidateUser", "candidateGroup", "candidateGroups", "includeAssignedTasks", "owner");

  private static final JsonTaskQueryConverter CONVERTER = new JsonTaskQueryConverter();

  private final List<String> processKeys;

  /**
   * Narrows for a person.
   *
   * @param processKeys processes whose tasks the person may read all
   */
  OwnTasks(String userId, List<String> groups, List<String> processKeys) {
    setAuthorizationCheckEnabled(true);
    setAuthUserId(userId);
    setAuthGroupIds(groups);
    this.processKeys = processKeys;
  }

  /** Whether a query can find nothing but tasks that name the person, by what it asks for. */
  static boolean areAllThatAre(TaskQueryImpl asked, String userId, Collection<String> groups) {
    // The first one holds what all must fulfil, each other one conditions of which one is enough.
    return asked.getQueries().stream().anyMatch(part -> names(part, userId, groups) && (part == asked || namesOnly(part, userId, groups)));
  }

  private static boolean names(TaskQueryImpl part, String userId, Collection<String> groups) {
    return userId.equals(part.getAssignee()) || userId.equals(part.getOwner()) || userId.equals(part.getCandidateUser()) || offered(part, groups);
  }

  private static boolean namesOnly(TaskQueryImpl part, String userId, Collection<String> groups) {
    return part.getExpressions().isEmpty() && NAMING.containsAll(CONVERTER.toJsonObject(part).keySet())
        && mineOrNone(part.getAssignee(), userId) && mineOrNone(part.getOwner(), userId) && mineOrNone(part.getCandidateUser(), userId)
        && (part.getCandidateUser() != null || part.getCandidateGroups() == null || offered(part, groups));
  }

  private static boolean mineOrNone(String asked, String userId) {
    return asked == null || asked.equals(userId);
  }

  private static boolean offered(TaskQueryImpl part, Collection<String> groups) {
    // With a user among the conditions, the engine adds this user's groups.
    return part.getCandidateUser() == null && part.getCandidateGroups() != null && !part.getCandidateGroups().isEmpty()
        && part.getCandidateGroups().stream().filter(Objects::nonNull).allMatch(groups::contains);
  }
}
