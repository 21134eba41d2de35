package io.tocsin.controller.git;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Keeps the machine's and the user's Git configuration out: nothing but ours is meant here. */
final class GitEnvironment extends SystemReader.Delegate {
  private GitEnvironment(SystemReader reader) {
    super(reader);
  }

  /** For the whole process, as JGit has it so; once is enough. */
  static synchronized void isolate() {
    SystemReader current = SystemReader.getInstance();
    if (!(current instanceof GitEnvironment)) {
      SystemReader.setInstance(new GitEnvironment(current));
    }
  }

  @Override
  public String getenv(String variable) {
    return variable.startsWith("GIT_") || variable.startsWith("SSH_")
        ? null
        : super.getenv(variable);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return empty(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return empty(parent, fs);
  }

  private static FileBasedConfig empty(Config parent, FS fs) {
    return new FileBasedConfig(parent, new File("none"), fs) {
      @Override
      public void load() {}

      @Override
      public void save() {}

      @Override
      public boolean isOutdated() {
        return false;
      }
    };
  }
}
