"""The workshop on the big screen: the question in letters that can be read from the back of the room."""
