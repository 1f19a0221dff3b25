var door = new Door();
Console.WriteLine($"The door is {door.State}.");

door.Open();
door.Close();
door.Lock();
Console.WriteLine($"Opened, closed and locked: the door is {door.State}.");

// door.Open();     // take the first slashes away: error PDSL3001, since the build knows that the door is locked here

Visit(door);
door.Unlock();
Visit(door);

// Here nobody can know the state when the program is built, so the program asks.
static void Visit(Door door)
{
    if (door.TryOpen())
    {
        Console.WriteLine("A visitor comes in and closes the door.");
        door.Close();
    }
    else
    {
        Console.WriteLine($"A visitor stands before a door that is {door.State}.");
    }
}
