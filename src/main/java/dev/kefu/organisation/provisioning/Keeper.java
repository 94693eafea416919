package dev.kefu.organisation.provisioning;

import java.util.List;
import java.util.Optional;

/**
 * A sort of thing that the provisioner keeps in the engine. Contents are canonical texts: equal texts, equal things.
 *
 * @param <T> one such thing as the roles file wants it
 */
interface Keeper<T extends Keeper.Wanted> {

  /** Name of the sort, for example {@code group}. */
  String kind();

  /** What the roles file asks for. */
  List<T> wanted();

  /** The content of the thing in the engine now; empty when it is not there. */
  Optional<String> content(String engineId);

  /** Makes the thing and returns the id by which the engine knows it. */
  String create(T wanted);

  void update(String engineId, T wanted);

  void delete(String engineId);

  /** A thing as the roles file wants it. */
  interface Wanted {

    /** Names the thing across starts, and in the engine where the engine lets us choose. */
    String key();

    String content();
  }
}
