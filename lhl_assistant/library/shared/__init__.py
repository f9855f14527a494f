"""The shared library as those who fill and use it see it: connecting, publishing, filling, members."""
