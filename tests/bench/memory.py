"""The largest memory of one cold build of a project, in MB: its own process, so that nothing else counts."""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as cache:
    command = [str(Path(sys.executable).with_name("lactern")), "build", "-t", "deck", "-q", "--clean"]
    subprocess.run(command, cwd=sys.argv[1], env={"XDG_CACHE_HOME": cache, "PATH": ""}, check=True, capture_output=True)
print(round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))
