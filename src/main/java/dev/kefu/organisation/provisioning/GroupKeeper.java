package dev.kefu.organisation.provisioning;

import dev.kefu.organisation.directory.RolesFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;

/** Groups: one per role that is not merged into another, and the technical ones. */
@RequiredArgsConstructor
class GroupKeeper implements Keeper<GroupKeeper.WantedGroup> {

  private static final String TYPE = "WORKFLOW";

  private final RolesFile file;
  private final IdentityService identities;

  @Override
  public String kind() {
    return "group";
  }

  @Override
  public List<WantedGroup> wanted() {
    List<WantedGroup> groups = new ArrayList<>();
    file.roles().stream().filter(role -> !file.aliases().containsKey(role.id()))
      .forEach(role -> groups.add(new WantedGroup(role.id(), role.title() + " " + role.chinese())));
    file.technicalGroups().forEach(group -> groups.add(new WantedGroup(group.id(), group.title() + " " + group.chinese())));
    return groups;
  }

  @Override
  public Optional<String> content(String engineId) {
    return Optional.ofNullable(find(engineId)).map(group -> text(group.getName(), group.getType()));
  }

  @Override
  public String create(WantedGroup wanted) {
    write(identities.newGroup(wanted.key()), wanted);
    return wanted.key();
  }

  @Override
  public void update(String engineId, WantedGroup wanted) {
    write(find(engineId), wanted);
  }

  @Override
  public void delete(String engineId) {
    identities.deleteGroup(engineId);
  }

  private Group find(String id) {
    return identities.createGroupQuery().groupId(id).singleResult();
  }

  private void write(Group group, WantedGroup wanted) {
    group.setName(wanted.name());
    group.setType(TYPE);
    identities.saveGroup(group);
  }

  private static String text(String name, String type) {
    return name + " (" + type + ")";
  }

  record WantedGroup(String key, String name) implements Wanted {

    @Override
    public String content() {
      return text(name, TYPE);
    }
  }
}
